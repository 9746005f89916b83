package org.rapport.reporting.report.readinessexposure;

/** By the places of records: what kind somebody is of at the event, and how many others they match there. */
final class MatchCounts {

    private static final int EXPOSED = -1;
    private static final int UNEXPOSED = -2;

    private final int[] kindOf;
    private final int[] exposed;
    private final int[] unexposed;

    /** @param kinds whether there are events at which so many match that kinds of people are told apart */
    MatchCounts(int records, boolean kinds) {
        kindOf = kinds ? new int[records] : null;
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

    /** Makes somebody of the kind of those who can match nobody, or of a kind of their own. */
    void setAlone(int at, boolean canMatch, boolean came) {
        if (kindOf != null) {
            int none = came ? EXPOSED : UNEXPOSED;
            kindOf[at] = canMatch ? at : none;
        }
    }

    /** Adds two who match. */
    void add(int one, int other, boolean bothCame) {
        int[] matched = bothCame ? exposed : unexposed;
        matched[one]++;
        matched[other]++;
    }

    /** Whoever is of the same kind at an event is alike in every count of pairs. */
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
