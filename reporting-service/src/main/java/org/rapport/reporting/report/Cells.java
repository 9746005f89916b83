package org.rapport.reporting.report;

import java.util.Objects;
import java.util.UUID;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * Counts of a 2x2 table, and of the people behind each cell, who may be fewer: what may be shown depends on people. The
 * rows of one person must come one after the other.
 */
public final class Cells {

    private static final int SIZE = 4;

    private final long[] rows = new long[SIZE];
    private final long[] people = new long[SIZE];
    private final UUID[] latest = new UUID[SIZE];

    /** A first row of people with one row each. */
    public static Cells ofPeople(long a, long b) {
        long[] counts = {a, b, 0, 0};
        return of(counts, counts);
    }

    /** Counts of a, b, c, d, with as many people behind each. */
    static Cells of(long[] rows, long[] people) {
        Cells cells = new Cells();
        System.arraycopy(rows, 0, cells.rows, 0, SIZE);
        System.arraycopy(people, 0, cells.people, 0, SIZE);
        return cells;
    }

    public void add(UUID participant, boolean exposed, boolean outcome) {
        int cell = (exposed ? 0 : 2) + (outcome ? 0 : 1);
        rows[cell]++;
        if (!Objects.equals(participant, latest[cell])) {
            people[cell]++;
            latest[cell] = participant;
        }
    }

    /** Adds all rows of another person: a, b, c, d. */
    public void addPerson(int[] counts) {
        for (int cell = 0; cell < SIZE; cell++) {
            rows[cell] += counts[cell];
            people[cell] += counts[cell] > 0 ? 1 : 0;
        }
    }

    /** Adds counts of other people. */
    public void join(Cells others) {
        for (int cell = 0; cell < SIZE; cell++) {
            rows[cell] += others.rows[cell];
            people[cell] += others.people[cell];
        }
    }

    public TwoByTwo table() {
        return new TwoByTwo(rows[0], rows[1], rows[2], rows[3]);
    }

    public long total() {
        return table().total();
    }

    /** People in a cell: 0 to 3 for a, b, c, d. */
    public long people(int cell) {
        return people[cell];
    }

    /** People in the smaller cell of whichever row anybody is in, as when a row may well be empty by definition. */
    public long fewestPeopleOfRows() {
        long fewest = Long.MAX_VALUE;
        if (rows[0] + rows[1] > 0) {
            fewest = Math.min(people[0], people[1]);
        }
        if (rows[2] + rows[3] > 0) {
            fewest = Math.min(fewest, Math.min(people[2], people[3]));
        }
        return fewest;
    }

    /** People in the cell that has fewest. */
    public long fewestPeople() {
        return Math.min(Math.min(people[0], people[1]), Math.min(people[2], people[3]));
    }
}
