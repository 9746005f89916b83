package org.rapport.reporting.statistics.survival;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        this.distinct = Arrays.stream(time).distinct().sorted().toArray();
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

    /** The last time at which anybody was followed. */
    public double last() {
        if (distinct.length == 0) {
            throw new IllegalStateException("Nobody was followed");
        }
        return distinct[distinct.length - 1];
    }

    public double time(int i) {
        return distinct[position[i]];
    }

    public boolean event(int i) {
        return event[i];
    }

    /** Those whose index is included. */
    public SurvivalTimes where(IntPredicate included) {
        int[] kept = IntStream.range(0, size()).filter(included).toArray();
        double[] times = new double[kept.length];
        boolean[] events = new boolean[kept.length];
        for (int i = 0; i < kept.length; i++) {
            times[i] = time(kept[i]);
            events[i] = event[kept[i]];
        }
        return new SurvivalTimes(times, events);
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
