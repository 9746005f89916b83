package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.IntConsumer;

/** At which sessions of an event people were, or where chance put them; sessions are numbered within their event. */
public final class Sessions {

    private final SessionTable table;
    private final Records records;
    private int next;
    private int end;

    private Sessions(SessionTable table, Records records) {
        this.table = table;
        this.records = records;
    }

    /** @param scope the events to ask for; null if it is all */
    public static Sessions attended(Connection connection, Records records, Collection<UUID> scope)
            throws SQLException {
        return new Sessions(records.columns().sessions(connection, scope), records);
    }

    /** @param scope the events to ask for; null if it is all */
    public static Sessions randomised(Connection connection, Records records, Collection<UUID> scope)
            throws SQLException {
        return new Sessions(records.columns().allocations(connection, scope), records);
    }

    /** Whose sessions are asked for next. */
    public void turnTo(int person) {
        next = table.first(person);
        end = table.end(person);
    }

    /** Goes through those of an event, which comes after those asked for before. */
    public void forEach(int event, IntConsumer consumer) {
        for (; next < end && records.number(table.event(next)) <= event; next++) {
            if (records.number(table.event(next)) == event) {
                consumer.accept(table.session(next));
            }
        }
    }
}
