package org.rapport.reporting.network;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/**
 * Reads when those who attended an event became tied to each other: of every tie, the events that both attended within
 * the window of its first exchange.
 */
final class GrowthQuery {

    private static final NamedQuery ATTENDED = new NamedQuery("""
            select e.id, e.starts_at, e.ends_at,
                   e.ends_at + :days * interval '24 hours' <= :asOf as followed,
                   count(*) filter (where a.consents) as attendees,
                   count(*) filter (where not a.consents) as others
              from (select distinct a.event_id, a.participant_id,
                           coalesce(p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz, false) as consents
                      from attendance a left join participant p on p.id = a.participant_id
                     where a.event_id = any(:held) and a.status in ('PRESENT', 'PARTIAL')) a
              join event e on e.id = a.event_id
             group by e.id
            """);

    private static final NamedQuery NEW_TIES =
            new NamedQuery(NetworkQuery.PEOPLE + """
            tie as materialized (
                select x.participant_a_id as a, x.participant_b_id as b, min(x.started_at) as since
                  from exchange x
                  join person a on a.id = x.participant_a_id and a.consents
                  join person b on b.id = x.participant_b_id and b.consents
                 where
            """ + NetworkQuery.COUNTING + " and " + NetworkQuery.ASKED_FOR + """
                 group by x.participant_a_id, x.participant_b_id),
            attended as materialized (
                select distinct event_id, participant_id from attendance
                 where event_id = any(:held) and status in ('PRESENT', 'PARTIAL')),
            fresh as (
                select e.id as event_id, t.a, t.b,
                       case when t.since < e.starts_at then 'BEFORE'
                            when t.since <= e.ends_at then 'DURING'
                            else 'AFTER' end as phase
                  from tie t
                  join attended u on u.participant_id = t.a
                  join event e on e.id = u.event_id
                   and t.since >= e.starts_at - :days * interval '24 hours'
                   and t.since <= e.ends_at + :days * interval '24 hours'
                  join attended v on v.participant_id = t.b and v.event_id = u.event_id)
            select event_id, phase, count(*) / 2 as ties, count(distinct person.id) as people
              from fresh cross join lateral unnest(array[a, b]) person(id)
             group by event_id, phase
            """);

    /** When a tie was new, seen from an event. */
    enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    /** Ties that were new in a phase, and how many people they join. */
    record NewTies(long ties, long people) {
        static final NewTies NONE = new NewTies(0, 0);
    }

    /**
     * An event.
     *
     * @param followed whether the whole window after it lies before the time of the question
     * @param attendees with consent to research
     * @param others without
     */
    record Event(
            Instant startsAt,
            Instant endsAt,
            boolean followed,
            long attendees,
            long others,
            Map<Phase, NewTies> newTies) {

        NewTies newTies(Phase phase) {
            return newTies.getOrDefault(phase, NewTies.NONE);
        }
    }

    private GrowthQuery() {}

    /** What became of the events that anybody attended. */
    static Map<UUID, Event> events(Connection connection, NetworkQuestion question, ScopedEvents scope, int windowDays)
            throws SQLException {
        Map<UUID, Map<Phase, NewTies>> newTies = newTies(connection, question, scope, windowDays);
        Map<UUID, Event> events = new HashMap<>();
        try (PreparedStatement statement = ATTENDED.with("asOf", question.asOf())
                        .with("held", scope.heldIds())
                        .with("days", windowDays)
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID id = rows.getObject("id", UUID.class);
                events.put(
                        id,
                        new Event(
                                rows.getObject("starts_at", OffsetDateTime.class)
                                        .toInstant(),
                                rows.getObject("ends_at", OffsetDateTime.class).toInstant(),
                                rows.getBoolean("followed"),
                                rows.getLong("attendees"),
                                rows.getLong("others"),
                                newTies.getOrDefault(id, Map.of())));
            }
        }
        return events;
    }

    private static Map<UUID, Map<Phase, NewTies>> newTies(
            Connection connection, NetworkQuestion question, ScopedEvents scope, int windowDays) throws SQLException {
        Map<UUID, Map<Phase, NewTies>> newTies = new HashMap<>();
        try (PreparedStatement statement = NetworkQuery.bind(NEW_TIES, question, scope)
                        .with("days", windowDays)
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                newTies.computeIfAbsent(rows.getObject("event_id", UUID.class), event -> new EnumMap<>(Phase.class))
                        .put(
                                Phase.valueOf(rows.getString("phase")),
                                new NewTies(rows.getLong("ties"), rows.getLong("people")));
            }
        }
        return newTies;
    }
}
