package org.rapport.participants.attendeelist;

import java.util.Locale;

/**
 * The name of somebody on a list.
 *
 * @param given null if the list does not tell
 * @param family null if the list does not tell
 */
record ListedName(String given, String family) {

    /** A whole name in its parts: what is before a comma is the family name, or else the last word is. */
    static ListedName of(String whole) {
        if (whole == null) {
            return new ListedName(null, null);
        }
        int comma = whole.indexOf(',');
        if (comma >= 0) {
            return new ListedName(part(whole.substring(comma + 1)), part(whole.substring(0, comma)));
        }
        int last = whole.lastIndexOf(' ') + 1;
        return new ListedName(part(whole.substring(0, last)), part(whole.substring(last)));
    }

    private static String part(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Whether both may be the name of one person; a list need not say a name twice. */
    boolean mayBe(ListedName other) {
        return isUnknown() || other.isUnknown() || key().equals(other.key());
    }

    private boolean isUnknown() {
        return given == null && family == null;
    }

    private String key() {
        return (given + " " + family).toLowerCase(Locale.ROOT);
    }
}
