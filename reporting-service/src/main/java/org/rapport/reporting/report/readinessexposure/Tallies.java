package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * Counts of pairs by whether they matched, were exposed, and had an exchange: cells 0 to 3 the table of the matched, 4 to
 * 7 that of the others.
 */
final class Tallies {

    static final int CELLS = 8;

    private final long[] counts = new long[CELLS];

    static int cell(boolean matched, boolean exposed, boolean exchanging) {
        return (matched ? 0 : 4) + (exposed ? 0 : 2) + (exchanging ? 0 : 1);
    }

    Tallies add(int cell, long more) {
        counts[cell] += more;
        return this;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    long[] counts() {
        return counts;
    }

    /** Of the matched, and of the others. */
    TwoByTwo[] tables() {
        return new TwoByTwo[] {
            new TwoByTwo(counts[0], counts[1], counts[2], counts[3]),
            new TwoByTwo(counts[4], counts[5], counts[6], counts[7])
        };
    }
}
