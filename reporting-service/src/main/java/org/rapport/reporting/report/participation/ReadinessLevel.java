package org.rapport.reporting.report.participation;

/** The readiness score in four steps, from no open need at all. */
public enum ReadinessLevel {
    NONE,
    LOW,
    MEDIUM,
    HIGH;

    private static final int FROM_MEDIUM = 8;
    private static final int FROM_HIGH = 12;

    /** @param score null without an open need */
    public static ReadinessLevel of(Integer score) {
        if (score == null) {
            return NONE;
        }
        if (score < FROM_MEDIUM) {
            return LOW;
        }
        return score < FROM_HIGH ? MEDIUM : HIGH;
    }
}
