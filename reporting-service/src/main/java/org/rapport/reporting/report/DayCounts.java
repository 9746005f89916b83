package org.rapport.reporting.report;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rapport.reporting.statistics.survival.SurvivalCounts;

/**
 * How many of each group had an event on each day, and how many were lost from sight on it: days are few, whoever they are
 * of. With how many people there are behind it, each of whom counts once, on the day that comes first of theirs.
 */
public final class DayCounts {

    private final int groups;

    /** By group, those with the event and the others, and by day. */
    private final long[][] rows;

    private final long[][] people;
    private int days;
    private long size;

    public DayCounts(int groups) {
        this.groups = groups;
        this.rows = new long[2 * groups][0];
        this.people = new long[2 * groups][0];
    }

    /**
     * @param day from 0
     * @param event whether it happened on that day
     * @param another whether it is of somebody who hasn't been counted yet
     */
    public void add(int group, long day, boolean event, boolean another) {
        int at = Math.toIntExact(day);
        if (at >= days) {
            reach(at + 1);
        }
        int cell = cell(group, event);
        rows[cell][at]++;
        people[cell][at] += another ? 1 : 0;
        size++;
    }

    /** Adds what was counted of other people. */
    public void join(DayCounts others) {
        reach(others.days);
        for (int cell = 0; cell < rows.length; cell++) {
            for (int day = 0; day < others.days; day++) {
                rows[cell][day] += others.rows[cell][day];
                people[cell][day] += others.people[cell][day];
            }
        }
        size += others.size;
    }

    private void reach(int end) {
        if (end > rows[0].length) {
            int length = Math.max(end, 2 * rows[0].length);
            for (int cell = 0; cell < rows.length; cell++) {
                rows[cell] = Arrays.copyOf(rows[cell], length);
                people[cell] = Arrays.copyOf(people[cell], length);
            }
        }
        days = Math.max(days, end);
    }

    private static int cell(int group, boolean event) {
        return 2 * group + (event ? 0 : 1);
    }

    public long size() {
        return size;
    }

    int groups() {
        return groups;
    }

    /** The day after the last one. */
    int days() {
        return days;
    }

    boolean any(int day) {
        boolean any = false;
        for (long[] ofDays : rows) {
            any |= ofDays[day] > 0;
        }
        return any;
    }

    long rows(int group, boolean event, int day) {
        return rows[cell(group, event)][day];
    }

    /** How many people were first counted so. */
    long people(int group, boolean event, int day) {
        return people[cell(group, event)][day];
    }

    public SurvivalCounts counts() {
        int[] which = IntStream.range(0, days).filter(this::any).toArray();
        long[][] events = new long[groups][];
        long[][] censored = new long[groups][];
        for (int group = 0; group < groups; group++) {
            long[] happened = rows[cell(group, true)];
            long[] lost = rows[cell(group, false)];
            events[group] = Arrays.stream(which).mapToLong(day -> happened[day]).toArray();
            censored[group] = Arrays.stream(which).mapToLong(day -> lost[day]).toArray();
        }
        return new SurvivalCounts(Arrays.stream(which).asDoubleStream().toArray(), events, censored);
    }
}
