package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** Reads the exchanges that count, between people of whom records are held and who consent, in one pass. */
public final class Exchanges {

    private static final String COUNTING = """
            select participant_a_id, participant_b_id, (extract(epoch from started_at) * 1000000)::bigint as started_at,
                   initiated_by = participant_a_id as by_a, initiated_by = participant_b_id as by_b
              from exchange
             where status in ('ACTIVE', 'COMPLETED', 'LAPSED') and started_at <= :asOf
               and (not :confirmed or confirmed_at <= :asOf)
               and (:people::uuid[] is null or participant_a_id = any(:people))
            """;

    private static final NamedQuery IN_ANY_ORDER = new NamedQuery(COUNTING);

    private static final NamedQuery BY_PAIR =
            new NamedQuery(COUNTING + " order by participant_a_id, participant_b_id, started_at");

    private Exchanges() {}

    /**
     * An exchange; people are numbers of the records, times are microseconds since 1970.
     *
     * @param first when the first one of the same two started, if they come pair by pair
     */
    public record Exchange(int a, int b, long startedAt, long first, boolean byA, boolean byB) {}

    /** Does something with an exchange. */
    @FunctionalInterface
    public interface OfExchange {
        void take(Exchange exchange);
    }

    /**
     * @param confirmed whether both sides must have confirmed it
     * @param byPair whether those of two people are to come one after the other, the first of them first
     */
    public static void read(
            Connection connection,
            Records records,
            Instant asOf,
            boolean confirmed,
            boolean byPair,
            OfExchange consumer)
            throws SQLException {
        try (PreparedStatement statement = (byPair ? BY_PAIR : IN_ANY_ORDER)
                .with("asOf", asOf)
                .with("confirmed", confirmed)
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
                    int one = records.person(a);
                    int other = records.person(b);
                    if (one >= 0 && other >= 0 && records.consents(one) && records.consents(other)) {
                        consumer.take(new Exchange(one, other, startedAt, first, row.getBoolean(4), row.getBoolean(5)));
                    }
                }
            }
        }
    }
}
