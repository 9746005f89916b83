package org.rapport.kit.links;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The languages that pages and mail are written in. */
public final class Languages {

    public static final List<Locale> ALL =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.FRENCH, Locale.forLanguageTag("pt"));

    private Languages() {}

    /** The first of the wishes that can be met, each a language tag, a list as in Accept-Language, or null; else English. */
    public static Locale best(String... wishes) {
        return Stream.of(wishes)
                .filter(Objects::nonNull)
                .map(Languages::lookup)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Locale lookup(String wish) {
        try {
            return Locale.lookup(Locale.LanguageRange.parse(wish), ALL);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
