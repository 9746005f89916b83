package org.rapport.reporting.report.participation;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGStatement;
import org.rapport.reporting.report.NamedQuery;

/** Reads who was to be where and came or not, and who consents. */
public final class RecordsQuery {

    /** More are found by reading a table from end to end than by asking for each. */
    private static final int FEW_PEOPLE = 10_000;

    private static final int SIZE_AT = 12;
    private static final int FIRST_AT = 24;
    private static final int ID_BYTES = 20;

    private static final NamedQuery RECORDS = new NamedQuery("""
            select e.participant_id, array_send(e.attended) as attended, array_send(e.absent) as absent,
                   coalesce(p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz, false) as consents,
                   (extract(epoch from p.left_at) * 1000000)::bigint as left_at
              from participant_events e
              left join participant p on p.id = e.participant_id
             where :people::uuid[] is null or e.participant_id = any(:people)
             order by e.participant_id
            """);

    private static final NamedQuery PEOPLE = new NamedQuery("""
            select participant_id from attendance where event_id = any(:events)
            union
            select participant_id from registration where event_id = any(:events) and status = 'CONFIRMED'
            """);

    private final Connection connection;
    private final NumberedEvents events;
    private final Instant asOf;

    public RecordsQuery(Connection connection, NumberedEvents events, Instant asOf) {
        this.connection = connection;
        this.events = events;
        this.asOf = asOf;
    }

    /**
     * Reads all records of the numbered events, of those who are recorded at some.
     *
     * @param scope ids of the events that they are recorded at; null for whatever there is
     */
    public Records read(Collection<UUID> scope) throws SQLException {
        Records records = new Records();
        try (PreparedStatement statement = RECORDS.with("asOf", asOf)
                .with("people", scope == null ? null : people(scope))
                .prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            // ids as text are dear to read
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID participant = row.getObject("participant_id", UUID.class);
                    add(records, participant, row.getBytes("attended"), true);
                    add(records, participant, row.getBytes("absent"), false);
                    if (row.getBoolean("consents")) {
                        records.consents(participant, microseconds(row, "left_at"));
                    }
                }
            }
        }
        records.close();
        return records;
    }

    /** @param ids an array as PostgreSQL sends it: how many they are after three numbers, each after its length */
    private void add(Records records, UUID participant, byte[] ids, boolean attended) {
        ByteBuffer buffer = ByteBuffer.wrap(ids);
        int size = buffer.getInt() == 0 ? 0 : buffer.getInt(SIZE_AT);
        for (int i = 0; i < size; i++) {
            int at = FIRST_AT + i * ID_BYTES;
            int number = events.number(new UUID(buffer.getLong(at), buffer.getLong(at + Long.BYTES)));
            if (number >= 0) {
                records.add(participant, number, attended);
            }
        }
    }

    /** Null if they are not few. */
    private List<UUID> people(Collection<UUID> scope) throws SQLException {
        List<UUID> people = new ArrayList<>();
        try (PreparedStatement statement = PEOPLE.with("events", scope).prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (people.size() == FEW_PEOPLE) {
                        return null;
                    }
                    people.add(row.getObject(1, UUID.class));
                }
            }
        }
        return people;
    }

    /** Those to ask for; null if it is better to read what there is of everybody. */
    static List<UUID> few(Records records) {
        return records.people() > FEW_PEOPLE
                ? null
                : records.persons().mapToObj(records::id).toList();
    }

    /** The time in a column; for ever, if there is none. */
    static long microseconds(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? Long.MAX_VALUE : time;
    }
}
