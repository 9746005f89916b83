package org.rapport.reporting.report.participation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.validation.Errors;

/** Choices as they are written in requests and answers: {@code NEED_MATCH} is {@code needMatch}. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> choice) {
        StringBuilder word = new StringBuilder();
        for (String part : choice.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }

    /** One of an enum's choices. */
    public static <E extends Enum<E>> E choice(Class<E> type, String word, E otherwise, String name, Errors errors) {
        return choice(Arrays.asList(type.getEnumConstants()), word, otherwise, name, errors);
    }

    /** One of some choices; having added to the errors what is none of them. */
    public static <E extends Enum<E>> E choice(List<E> choices, String word, E otherwise, String name, Errors errors) {
        if (word == null) {
            return otherwise;
        }
        for (E choice : choices) {
            if (of(choice).equals(word)) {
                return choice;
            }
        }
        List<String> words = choices.stream().map(Words::of).toList();
        String code = name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "_INVALID";
        errors.add("/" + name, code, "must be one of " + String.join(", ", words));
        return otherwise;
    }

    public static boolean bool(String name, String text, boolean otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.equals("true") && !text.equals("false")) {
            throw Problems.invalidParameter(name, "Must be true or false");
        }
        return text.equals("true");
    }
}
