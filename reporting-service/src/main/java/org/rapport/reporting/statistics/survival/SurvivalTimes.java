package org.rapport.reporting.statistics.survival;

import java.util.Arrays;

/**
 * How long each of many was followed, and whether the follow-up ended with the event or was merely cut off (censored).
 * Every estimate takes the censoring to have nothing to do with what would have happened later.
 */
public final class SurvivalTimes {

    private final double[] distinct;
    private final int[] position;
    private final boolean[] event;
    private final long events;

    private SurvivalTimes(double[] time, boolean[] event) {
        this.distinct = distinct(time);
        this.position = Arrays.stream(time)
                .mapToInt(t -> Arrays.binarySearch(distinct, t))
                .toArray();
        this.event = event;
        long happened = 0;
        for (boolean one : event) {
            happened += one ? 1 : 0;
        }
        this.events = happened;
    }

    private static double[] distinct(double[] time) {
        double[] sorted = time.clone();
        Arrays.sort(sorted);
        int size = 0;
        for (double one : sorted) {
            if (size == 0 || one != sorted[size - 1]) {
                sorted[size++] = one;
            }
        }
        return Arrays.copyOf(sorted, size);
    }

    /** @param time not negative */
    public static SurvivalTimes of(double[] time, boolean[] event) {
        if (time.length != event.length) {
            throw new IllegalArgumentException(
                    "Times and events of different lengths: " + time.length + ", " + event.length);
        }
        double[] signless = new double[time.length];
        for (int i = 0; i < time.length; i++) {
            if (!(time[i] >= 0 && time[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("Not a time at " + i + ": " + time[i]);
            }
            // the two zeros are one time
            signless[i] = time[i] + 0.0;
        }
        return new SurvivalTimes(signless, event.clone());
    }

    public int size() {
        return event.length;
    }

    public long events() {
        return events;
    }

    public double time(int i) {
        return distinct[position[i]];
    }

    public boolean event(int i) {
        return event[i];
    }

    /** How many different times there are. */
    int distinctTimes() {
        return distinct.length;
    }

    double distinctTime(int index) {
        return distinct[index];
    }

    /** Which of the different times, from the earliest up, is that of i. */
    int position(int i) {
        return position[i];
    }
}
