package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import org.rapport.reporting.report.participation.Exchanges.Exchange;

/**
 * How many exchanges followed each attendance, and when the first did: one pass over the exchanges and the
 * events that their two ends attended both.
 */
final class Engagements {

    private final Records records;
    private final NumberedEvents events;
    private final Selection selection;
    private final Integer windowDays;
    private final Promises promises;
    private final int[] exchanges;
    private final int[] firstDay;

    /** @param windowDays how long after an event an exchange counts; null if for ever */
    Engagements(Records records, NumberedEvents events, Selection selection, Integer windowDays, Promises promises) {
        this.records = records;
        this.events = events;
        this.selection = selection;
        this.windowDays = windowDays;
        this.promises = promises;
        this.exchanges = new int[records.size()];
        this.firstDay = new int[records.size()];
    }

    void read(Connection connection) throws SQLException {
        new Exchanges(connection, records, selection.asOf(), selection.confirmed()).forEach(this::add);
    }

    private void add(Exchange exchange) {
        boolean ofA = selection.role() == Selection.Role.ANY || exchange.byA();
        boolean ofB = selection.role() == Selection.Role.ANY || exchange.byB();
        exchange.common((atA, atB) -> {
            int event = records.event(atA);
            long sinceEnd = exchange.startedAt() - events.endsAt(event);
            if (sinceEnd > 0
                    && (windowDays == null || sinceEnd <= windowDays * NumberedEvents.DAY)
                    && (!selection.newTies() || exchange.first() >= events.startsAt(event))) {
                int day = (int) ((sinceEnd - 1) / NumberedEvents.DAY) + 1;
                if (ofA) {
                    add(atA, exchange.b(), day);
                }
                if (ofB) {
                    add(atB, exchange.a(), day);
                }
            }
        });
    }

    private void add(int attendance, int counterpart, int day) {
        exchanges[attendance]++;
        if (firstDay[attendance] == 0 || day < firstDay[attendance]) {
            firstDay[attendance] = day;
        }
        promises.exchanged(attendance, counterpart, day);
    }

    int exchanges(int attendance) {
        return exchanges[attendance];
    }

    /** Null without any. */
    Long firstDay(int attendance) {
        return firstDay[attendance] == 0 ? null : Long.valueOf(firstDay[attendance]);
    }
}
