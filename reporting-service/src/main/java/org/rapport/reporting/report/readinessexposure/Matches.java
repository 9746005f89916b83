package org.rapport.reporting.report.readinessexposure;

/** By the places of records: what kind somebody is of at the event, and how many others they match there. */
final class Matches {

    private final int[] kindOf;
    private final int[] exposed;
    private final int[] unexposed;

    Matches(int records) {
        kindOf = new int[records];
        exposed = new int[records];
        unexposed = new int[records];
    }

    /**
     * @param matchedExposed with how many who came, as this one did
     * @param matchedUnexposed with how many of whom, or of whom themselves, it isn't so that both came
     */
    void set(int at, int kind, int matchedExposed, int matchedUnexposed) {
        kindOf[at] = kind;
        exposed[at] = matchedExposed;
        unexposed[at] = matchedUnexposed;
    }

    /** Its number at the event. */
    int kindOf(int at) {
        return kindOf[at];
    }

    int exposed(int at) {
        return exposed[at];
    }

    int unexposed(int at) {
        return unexposed[at];
    }
}
