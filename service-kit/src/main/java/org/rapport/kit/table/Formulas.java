package org.rapport.kit.table;

/**
 * Keeps spreadsheets from taking text for a formula: an apostrophe goes before what begins like one, and reading takes it
 * off again. Text that has such apostrophes of its own gets one more, so that nothing changes on the way out and back.
 */
public final class Formulas {

    private static final String STARTS = "=+-@\t\r";

    private Formulas() {}

    public static String harmless(String text) {
        return beginsLikeOne(text) ? "'" + text : text;
    }

    public static String restored(String text) {
        return text.startsWith("'") && beginsLikeOne(text) ? text.substring(1) : text;
    }

    private static boolean beginsLikeOne(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == '\'') {
            start++;
        }
        return start < text.length() && STARTS.indexOf(text.charAt(start)) >= 0;
    }
}
