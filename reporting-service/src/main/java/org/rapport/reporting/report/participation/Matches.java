package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;

/** Who needs what another one offers at an event that both were to be at, by the places of their records. */
public final class Matches {

    private final MatchTable table;
    private final Records records;

    /** By the numbers of events, their places in the columns. */
    private final int[] places;

    private final boolean[] many;
    private boolean manyAnywhere;

    public Matches(Connection connection, Records records, NumberedEvents events) throws SQLException {
        this.table = records.columns().matches(connection);
        this.records = records;
        this.places = new int[events.size()];
        this.many = new boolean[events.size()];
        for (int event = 0; event < places.length; event++) {
            places[event] = records.columns().people().place(events.id(event));
            many[event] = places[event] >= 0 && table.hasManyPairs(places[event]);
            manyAnywhere |= many[event];
        }
    }

    /** 0 for somebody who matches nobody. */
    public int marks(int at) {
        return table.marks(records.place(at));
    }

    /** Whether two with these marks may match; most that don't are told by this. */
    public static boolean mayMatch(int one, int other) {
        return MatchTable.mayMatch(one, other);
    }

    /** Whether one of two needs what the other offers. */
    public boolean match(int one, int other) {
        return table.match(records.place(one), records.place(other));
    }

    /** Whether two need and offer the same, of what anybody matches. */
    public boolean areAlike(int one, int other) {
        return table.topics().equal(records.place(one), records.place(other));
    }

    /** What somebody needs and offers of what anybody matches; which of it is somebody's tells {@link #from} and {@link #to}. */
    public int topic(int index) {
        return table.topics().at(index);
    }

    public int from(int at) {
        return table.topics().from(records.place(at));
    }

    public int to(int at) {
        return table.topics().to(records.place(at));
    }

    /** Whether so many match at an event that they aren't listed. */
    public boolean areMany(int event) {
        return many[event];
    }

    public boolean areManyAnywhere() {
        return manyAnywhere;
    }

    /** Goes through the pairs that match at an event if they aren't many, that of the person with the smaller number first. */
    public void forEach(int event, Records.OfTwo consumer) {
        int end = places[event] < 0 ? 0 : table.endOfPairs(places[event]);
        for (int i = end == 0 ? 0 : table.firstPair(places[event]); i < end; i++) {
            consumer.take(records.at((int) (table.pair(i) >> Integer.SIZE)), records.at((int) table.pair(i)));
        }
    }
}
