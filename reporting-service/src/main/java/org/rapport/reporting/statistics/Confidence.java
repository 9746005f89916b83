package org.rapport.reporting.statistics;

/** The one confidence level of all intervals: a report where they differ would invite comparing unlike with unlike. */
public final class Confidence {

    public static final double LEVEL = 0.95;

    /** Probability left out at each end of a two-sided interval. */
    public static final double TAIL = 0.025;

    /** Standard normal quantile at 1 - {@link #TAIL}. */
    public static final double Z = 1.959963984540054;

    private Confidence() {}
}
