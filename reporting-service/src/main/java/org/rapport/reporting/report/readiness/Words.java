package org.rapport.reporting.report.readiness;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Choices as they are written in requests and answers: {@code NEED_MATCH} is {@code needMatch}. */
final class Words {

    private Words() {}

    static String of(Enum<?> choice) {
        StringBuilder word = new StringBuilder();
        for (String part : choice.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    static List<String> all(Class<? extends Enum<?>> choices) {
        return Arrays.stream(choices.getEnumConstants()).map(Words::of).toList();
    }
}
