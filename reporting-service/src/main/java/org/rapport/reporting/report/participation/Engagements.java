package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/**
 * How many exchanges followed each attendance, and when the first did: one pass over the exchanges, for each of which the
 * events of its two ends are held against each other.
 */
final class Engagements {

    private static final String COUNTING = """
            select participant_a_id, participant_b_id, (extract(epoch from started_at) * 1000000)::bigint as started_at,
                   initiated_by = participant_a_id as by_a, initiated_by = participant_b_id as by_b
              from exchange
             where status in ('ACTIVE', 'COMPLETED', 'LAPSED') and started_at <= :asOf
               and (not :confirmed or confirmed_at <= :asOf)
               and (:people::uuid[] is null or participant_a_id = any(:people))
            """;

    private static final NamedQuery EXCHANGES = new NamedQuery(COUNTING);

    /** The first of each pair tells whether they had a tie before. */
    private static final NamedQuery EXCHANGES_OF_PAIRS =
            new NamedQuery(COUNTING + " order by participant_a_id, participant_b_id, started_at");

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
        NamedQuery query = selection.newTies() ? EXCHANGES_OF_PAIRS : EXCHANGES;
        try (PreparedStatement statement = query.with("asOf", selection.asOf())
                .with("confirmed", selection.confirmed())
                .with("people", RecordsQuery.few(records))
                .prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                UUID a = null;
                UUID b = null;
                long first = 0;
                while (row.next()) {
                    UUID nextA = row.getObject(1, UUID.class);
                    UUID nextB = row.getObject(2, UUID.class);
                    long startedAt = row.getLong(3);
                    if (!nextB.equals(b) || !nextA.equals(a)) {
                        a = nextA;
                        b = nextB;
                        first = startedAt;
                    }
                    add(records.person(a), records.person(b), startedAt, first, row);
                }
            }
        }
    }

    private void add(int a, int b, long startedAt, long first, ResultSet row) throws SQLException {
        if (a < 0 || b < 0 || !records.consents(a) || !records.consents(b)) {
            return;
        }
        boolean ofA = selection.role() == Selection.Role.ANY || row.getBoolean(4);
        boolean ofB = selection.role() == Selection.Role.ANY || row.getBoolean(5);
        records.common(a, b, (atA, atB) -> {
            int event = records.event(atA);
            long sinceEnd = startedAt - events.endsAt(event);
            if (sinceEnd > 0
                    && (windowDays == null || sinceEnd <= windowDays * NumberedEvents.DAY)
                    && (!selection.newTies() || first >= events.startsAt(event))) {
                int day = (int) ((sinceEnd - 1) / NumberedEvents.DAY) + 1;
                if (ofA) {
                    add(atA, b, day);
                }
                if (ofB) {
                    add(atB, a, day);
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
