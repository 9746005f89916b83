package org.rapport.participants.participant;

import java.util.regex.Pattern;

/** Names are kept with one space between words. */
final class PersonName {

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOTHING_TO_SEE = Pattern.compile("[\\s\\p{Z}\\p{C}\\p{M}]*");

    private PersonName() {}

    /** The name as it is kept; null if there is nothing to see of it. */
    static String normalise(String name) {
        return name == null || NOTHING_TO_SEE.matcher(name).matches()
                ? null
                : SPACE.matcher(name).replaceAll(" ").strip();
    }
}
