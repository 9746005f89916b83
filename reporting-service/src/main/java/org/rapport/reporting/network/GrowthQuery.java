package org.rapport.reporting.network;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/** Reads who attended the events of a selection: one row per attendance, streamed, and one per event. */
final class GrowthQuery {

    private static final int FETCH_SIZE = 5_000;

    private static final NamedQuery EVENTS = new NamedQuery("""
            select e.id, e.starts_at, e.ends_at,
                   count(*) filter (where a.consents) as attendees,
                   count(*) filter (where not a.consents) as others
              from (select distinct a.event_id, a.participant_id,
                           coalesce(p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz, false) as consents
                      from attendance a left join participant p on p.id = a.participant_id
                     where a.event_id = any(:held) and a.status in ('PRESENT', 'PARTIAL')) a
              join event e on e.id = a.event_id
             group by e.id
            """);

    private static final NamedQuery ATTENDANCES = new NamedQuery("""
            select event_id, participant_id from attendance
             where event_id = any(:held) and status in ('PRESENT', 'PARTIAL')
            """);

    /**
     * An event that somebody attended.
     *
     * @param attendees with consent to research
     * @param others without
     */
    record Event(Instant startsAt, Instant endsAt, long attendees, long others) {}

    /** Takes an attendance; one of several sessions comes several times. */
    @FunctionalInterface
    interface Attendances {
        void add(UUID event, UUID participant);
    }

    private GrowthQuery() {}

    static Map<UUID, Event> events(Connection connection, NetworkQuestion question, ScopedEvents scope)
            throws SQLException {
        Map<UUID, Event> events = new HashMap<>();
        try (PreparedStatement statement = EVENTS.with("asOf", question.asOf())
                        .with("held", scope.heldIds())
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.put(
                        rows.getObject("id", UUID.class),
                        new Event(
                                rows.getObject("starts_at", OffsetDateTime.class)
                                        .toInstant(),
                                rows.getObject("ends_at", OffsetDateTime.class).toInstant(),
                                rows.getLong("attendees"),
                                rows.getLong("others")));
            }
        }
        return events;
    }

    static void attendances(Connection connection, ScopedEvents scope, Attendances attendances) throws SQLException {
        try (PreparedStatement statement =
                ATTENDANCES.with("held", scope.heldIds()).prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    attendances.add(
                            rows.getObject("event_id", UUID.class), rows.getObject("participant_id", UUID.class));
                }
            }
        }
    }
}
