package org.rapport.reporting.report;

/**
 * Counts rows in several 2x2 tables at once. There are few kinds of rows, each of which is in one cell of a table or in
 * none, so that a row is counted once, however many tables there are. The rows of one person must come one after the other.
 */
public final class CellsOfKinds {

    private static final int CELLS = 4;

    /** Of each kind the cells that it is in, a bit each. */
    private final int[] cells;

    /** By kind. */
    private final long[] rows;

    /** By cell. */
    private final long[] people = new long[Integer.SIZE];

    /** The cells that the present person is in. */
    private int present;

    /** @param cells of each kind, those of different tables added up */
    public CellsOfKinds(int[] cells) {
        this.cells = cells.clone();
        this.rows = new long[cells.length];
    }

    /** A cell of one of up to eight tables. */
    public static int cell(int table, boolean exposed, boolean outcome) {
        return 1 << CELLS * table + (exposed ? 0 : 2) + (outcome ? 0 : 1);
    }

    /** @param another whether it is somebody's first row */
    public void add(int kind, boolean another) {
        if (another) {
            endPerson();
        }
        rows[kind]++;
        present |= cells[kind];
    }

    private void endPerson() {
        for (int cell = 0; present != 0; cell++) {
            people[cell] += present & 1;
            present >>>= 1;
        }
    }

    /** Adds what was counted of other people. */
    public void join(CellsOfKinds others) {
        endPerson();
        others.endPerson();
        for (int kind = 0; kind < rows.length; kind++) {
            rows[kind] += others.rows[kind];
        }
        for (int cell = 0; cell < people.length; cell++) {
            people[cell] += others.people[cell];
        }
    }

    /** What was counted in a table. */
    public Cells table(int table) {
        endPerson();
        long[] rowsOf = new long[CELLS];
        long[] peopleOf = new long[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            int place = CELLS * table + cell;
            peopleOf[cell] = people[place];
            for (int kind = 0; kind < rows.length; kind++) {
                rowsOf[cell] += (cells[kind] >>> place & 1) * rows[kind];
            }
        }
        return Cells.of(rowsOf, peopleOf);
    }
}
