package org.rapport.reporting.statistics;

import java.util.Arrays;

/** The different ones of many values, in order, and how often each occurs. */
final class Frequencies {

    private final long[] values;
    private final long[] counts;

    /** @param counts how often each place's value is to be counted */
    Frequencies(long[] all, long[] counts) {
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        this.values = Arrays.copyOf(sorted, size);
        this.counts = new long[size];
        for (int i = 0; i < all.length; i++) {
            this.counts[place(all[i])] += counts[i];
        }
    }

    int size() {
        return values.length;
    }

    long value(int place) {
        return values[place];
    }

    long count(int place) {
        return counts[place];
    }

    /** Where a value is that occurs. */
    int place(long value) {
        return Arrays.binarySearch(values, value);
    }
}
