package org.rapport.reporting.report.participation;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A column of periods, several to each row or none. */
final class PeriodLists {

    /** Where the bounds of each row end. */
    private final int[] ends;

    /** From when to when each period is. */
    private final long[] bounds;

    private PeriodLists(Reading reading) {
        ends = reading.ends.build().toArray();
        bounds = reading.bounds.build().toArray();
    }

    /** Takes row after row. */
    static final class Reading {

        private final IntStream.Builder ends = IntStream.builder();
        private final LongStream.Builder bounds = LongStream.builder();
        private int size;

        /** @param periods a {@code tstzmultirange} as it is sent; null is none */
        void add(byte[] periods) {
            if (periods != null) {
                Sent.periods(periods, (from, until) -> {
                    bounds.add(from).add(until);
                    size += 2;
                });
            }
            ends.add(size);
        }

        PeriodLists close() {
            return new PeriodLists(this);
        }
    }

    boolean include(int row, long time) {
        for (int i = first(row); i < ends[row]; i += 2) {
            if (bounds[i] <= time && time < bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** When the first one begins; never, if there is none. */
    long begin(int row) {
        int first = first(row);
        return first == ends[row] ? Long.MAX_VALUE : bounds[first];
    }

    private int first(int row) {
        return row == 0 ? 0 : ends[row - 1];
    }
}
