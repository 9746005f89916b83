package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** Reads who was to be where: what tells of attendances, of registrations that nobody came for, and of consents. */
public final class RecordsQuery {

    /** More are found by reading a table from end to end than by asking for each. */
    private static final int FEW_PEOPLE = 10_000;

    private static final NamedQuery ATTENDANCES = new NamedQuery("""
            select participant_id, event_id, bool_or(status in ('PRESENT', 'PARTIAL')) as attended
              from attendance
             where participant_id is not null
               and (:events::uuid[] is null or event_id = any(:events))
               and (:people::uuid[] is null or participant_id = any(:people))
             group by participant_id, event_id
             order by participant_id, event_id
            """);

    private static final NamedQuery REGISTRATIONS = new NamedQuery("""
            select r.participant_id, r.event_id
              from registration r
             where r.status = 'CONFIRMED'
               and (:events::uuid[] is null or r.event_id = any(:events))
               and not exists (
                   select from attendance a where a.participant_id = r.participant_id and a.event_id = r.event_id)
             group by r.participant_id, r.event_id
             order by r.participant_id, r.event_id
            """);

    private static final NamedQuery CONSENTING = new NamedQuery("""
            select id, (extract(epoch from left_at) * 1000000)::bigint as left_at
              from participant
             where status = 'ACTIVE' and research_consent @> :asOf::timestamptz
               and (:people::uuid[] is null or id = any(:people))
             order by id
            """);

    private static final NamedQuery ATTENDEES = new NamedQuery("""
            select distinct participant_id from attendance where event_id = any(:events)
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
     * Reads all records of some events.
     *
     * @param scope ids of the events; null for whatever there is
     * @param elsewhere whether to read what else those who attended them attended
     */
    public Records read(Collection<UUID> scope, boolean elsewhere) throws SQLException {
        List<UUID> attendees = scope == null || !elsewhere ? null : few(attendees(scope));
        Records records = new Records();
        try (ParticipantRows attendances = new ParticipantRows(
                        connection,
                        ATTENDANCES.with("events", elsewhere ? null : scope).with("people", attendees));
                ParticipantRows registrations = new ParticipantRows(connection, REGISTRATIONS.with("events", scope))) {
            while (attendances.participant() != null || registrations.participant() != null) {
                UUID participant = lesser(attendances.participant(), registrations.participant());
                attendances.of(
                        participant,
                        row -> add(records, participant, row.getObject(2, UUID.class), row.getBoolean("attended")));
                registrations.of(participant, row -> add(records, participant, row.getObject(2, UUID.class), false));
            }
        }
        records.close();
        try (ParticipantRows consenting =
                new ParticipantRows(connection, CONSENTING.with("asOf", asOf).with("people", few(records)))) {
            for (int person = 0; person < records.people(); person++) {
                int who = person;
                consenting.of(records.id(person), row -> records.consents(who, microseconds(row, "left_at")));
            }
        }
        return records;
    }

    private void add(Records records, UUID participant, UUID event, boolean attended) {
        int number = events.number(event);
        if (number >= 0) {
            records.add(participant, number, attended);
        }
    }

    private static UUID lesser(UUID one, UUID other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return ParticipantRows.ORDER.compare(one, other) <= 0 ? one : other;
    }

    private List<UUID> attendees(Collection<UUID> scope) throws SQLException {
        List<UUID> people = new ArrayList<>();
        try (PreparedStatement statement = ATTENDEES.with("events", scope).prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && people.size() <= FEW_PEOPLE) {
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

    private static List<UUID> few(List<UUID> people) {
        return people.size() > FEW_PEOPLE ? null : people;
    }

    /** The time in a column; for ever, if there is none. */
    static long microseconds(ResultSet row, String column) throws SQLException {
        long time = row.getLong(column);
        return row.wasNull() ? Long.MAX_VALUE : time;
    }
}
