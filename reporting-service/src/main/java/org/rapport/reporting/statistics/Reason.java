package org.rapport.reporting.statistics;

/** Why something is undefined, worded alike wherever it is said. */
final class Reason {

    static final String EMPTY_CELL = "an empty cell";
    static final String EMPTY_GROUP = "nobody in one of the groups";
    static final String EMPTY_MARGIN = "an empty margin";
    static final String NO_OUTCOME = "no outcome in one of the groups";
    static final String NO_INFORMATIVE_STRATUM = "no informative stratum";

    private Reason() {}
}
