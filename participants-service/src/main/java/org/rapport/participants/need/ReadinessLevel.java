package org.rapport.participants.need;

/** How ready a participant is, in words. */
public enum ReadinessLevel {
    /** No open need. */
    NONE,
    /** 0 to 7. */
    LOW,
    /** 8 to 11. */
    MEDIUM,
    /** 12 to 16. */
    HIGH;

    private static final int MEDIUM_FROM = 8;
    private static final int HIGH_FROM = 12;

    /** The level of somebody with an open need and this score. */
    static ReadinessLevel of(int score) {
        if (score >= HIGH_FROM) {
            return HIGH;
        }
        return score >= MEDIUM_FROM ? MEDIUM : LOW;
    }
}
