package org.rapport.reporting.statistics.survival;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many of each group had the event at each time, and how many were cut off there (censored): all that estimates need to
 * know which don't look at single rows.
 */
public final class SurvivalCounts {

    private final double[] times;
    private final long[][] events;
    private final long[][] censored;
    private final long[] sizes;

    /**
     * @param times different ones, from the earliest up
     * @param events by group, at each time
     * @param censored likewise
     */
    public SurvivalCounts(double[] times, long[][] events, long[][] censored) {
        this.times = times.clone();
        this.events = events.clone();
        this.censored = censored.clone();
        this.sizes = new long[events.length];
        for (int group = 0; group < sizes.length; group++) {
            sizes[group] = Arrays.stream(events[group]).sum()
                    + Arrays.stream(censored[group]).sum();
        }
    }

    /** All in one group. */
    static SurvivalCounts of(SurvivalTimes rows) {
        return of(rows, new int[rows.size()], 1);
    }

    /** @param group a number from 0 per row */
    public static SurvivalCounts of(SurvivalTimes rows, int[] group, int groups) {
        return of(rows, IntStream.range(0, rows.size()).toArray(), group, groups);
    }

    /** @param some which of the rows */
    static SurvivalCounts of(SurvivalTimes rows, int[] some, int[] group, int groups) {
        int[] positions = Arrays.stream(some).map(rows::position).sorted().toArray();
        int size = 0;
        for (int position : positions) {
            if (size == 0 || position != positions[size - 1]) {
                positions[size++] = position;
            }
        }
        long[][] events = new long[groups][size];
        long[][] censored = new long[groups][size];
        for (int i : some) {
            int time = Arrays.binarySearch(positions, 0, size, rows.position(i));
            (rows.event(i) ? events : censored)[group[i]][time]++;
        }
        return new SurvivalCounts(
                Arrays.stream(positions, 0, size)
                        .mapToDouble(rows::distinctTime)
                        .toArray(),
                events,
                censored);
    }

    public int groups() {
        return sizes.length;
    }

    /** How many were followed. */
    public long size(int group) {
        return sizes[group];
    }

    /** How many different times there are. */
    int times() {
        return times.length;
    }

    double time(int t) {
        return times[t];
    }

    long events(int group, int t) {
        return events[group][t];
    }

    long censored(int group, int t) {
        return censored[group][t];
    }
}
