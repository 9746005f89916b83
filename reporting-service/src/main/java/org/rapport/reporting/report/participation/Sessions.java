package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;

/** At which sessions of an event people were, or where chance put them, by the places of their records. */
public final class Sessions {

    private final IntLists lists;
    private final Records records;

    private Sessions(SessionTable table, Records records) {
        this.lists = table.lists();
        this.records = records;
    }

    public static Sessions attended(Connection connection, Records records) throws SQLException {
        return new Sessions(records.columns().sessions(connection), records);
    }

    public static Sessions randomised(Connection connection, Records records) throws SQLException {
        return new Sessions(records.columns().allocations(connection), records);
    }

    public boolean isEmpty(int at) {
        return lists.isEmpty(records.place(at));
    }

    /** Whether two were at one session at least, both. */
    public boolean overlap(int one, int other) {
        return lists.overlap(records.place(one), records.place(other));
    }

    /** Of all records of anybody. */
    public IntLists lists() {
        return lists;
    }

    /** Which of the lists is somebody's. */
    public int list(int at) {
        return records.place(at);
    }
}
