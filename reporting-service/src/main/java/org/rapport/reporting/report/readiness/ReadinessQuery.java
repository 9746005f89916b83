package org.rapport.reporting.report.readiness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Ascertainment;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Exposure;
import org.rapport.reporting.report.readiness.ReadinessQuestion.Role;

/**
 * Reads who attended what, with the needs they came with and the exchanges that followed. The database does what
 * concerns sets and hands over one row per participation, streamed, so that memory doesn't grow with them. Everything is
 * a join on people and events; nothing squares an event's attendance.
 */
final class ReadinessQuery {

    private static final int FETCH_SIZE = 5_000;

    private static final NamedQuery EXCLUDED = new NamedQuery("""
            with pair as (
                select event_id, participant_id, bool_or(attended) as attended
                  from (select event_id, participant_id, status in ('PRESENT', 'PARTIAL') as attended
                          from attendance where event_id = any(:events)
                        union all
                        select event_id, participant_id, false
                          from registration where event_id = any(:events) and status = 'CONFIRMED') recorded
                 group by event_id, participant_id),
            judged as (
                select pair.participant_id, pair.event_id = any(:held) as held, pair.attended,
                       coalesce(p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz, false) as consents
                  from pair left join participant p on p.id = pair.participant_id),
            person as (
                select count(*) filter (where not held) as not_held,
                       count(*) filter (where held and not consents) as no_consent,
                       count(*) filter (where held and consents and not attended) as not_attended
                  from judged
                 group by participant_id)
            select coalesce(sum(not_held), 0) as not_held, count(*) filter (where not_held > 0) as not_held_people,
                   coalesce(sum(no_consent), 0) as no_consent,
                   count(*) filter (where no_consent > 0) as no_consent_people,
                   coalesce(sum(not_attended), 0) as not_attended,
                   count(*) filter (where not_attended > 0) as not_attended_people
              from person
            """);

    /** Ordered so that everybody's participations come together, the index event first. */
    private static final NamedQuery PARTICIPATIONS = new NamedQuery("""
            with participation as (
                select e.id as event_id, e.starts_at, e.ends_at, p.id as participant_id, p.left_at
                  from (select distinct event_id, participant_id from attendance
                         where event_id = any(:held) and status in ('PRESENT', 'PARTIAL')) a
                  join event e on e.id = a.event_id
                  join participant p on p.id = a.participant_id
                 where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz),
            offered as (
                select u.event_id, o.topic, min(u.participant_id::text) as first, max(u.participant_id::text) as last
                  from participation u
                  join offer o on o.participant_id = u.participant_id
                   and o.available && tstzrange(u.starts_at, u.ends_at, '[]')
                 where :matches
                 group by u.event_id, o.topic),
            open_need as (
                select u.event_id, u.participant_id, n.need_id, lower(n.during) as since,
                       array[n.specificity, n.urgency, n.authority, n.benefit] as items,
                       coalesce(n.specificity + n.urgency + n.authority + n.benefit, 0) as score,
                       o.topic is not null as matched
                  from participation u
                  join need_period n on n.participant_id = u.participant_id and n.during @> u.starts_at
                  left join offered o on o.event_id = u.event_id and o.topic = n.topic
                   and (o.first <> u.participant_id::text or o.last <> u.participant_id::text)),
            readiness as (
                select event_id, participant_id, max(score) as score, bool_or(matched) as matched,
                       (array_agg(items order by score desc, since, need_id))[1:1] as items
                  from open_need
                 group by event_id, participant_id),
            late as (
                select u.event_id, u.participant_id, count(*) as needs
                  from participation u
                  join need n on n.participant_id = u.participant_id
                   and n.declared_at > u.starts_at and n.declared_at <= :asOf
                 group by u.event_id, u.participant_id),
            answered as (
                select u.event_id, u.participant_id, max(f.answered_at) as at
                  from participation u
                  join follow_up f on f.event_id = u.event_id and f.participant_id = u.participant_id
                   and f.answered_at <= :asOf
                 where :answered
                 group by u.event_id, u.participant_id),
            tie as (
                select a.event_id, x.participant_a_id, x.participant_b_id, x.initiated_by
                  from exchange x
                  join participation a on a.participant_id = x.participant_a_id
                   and x.started_at > a.ends_at and x.started_at <= a.ends_at + :days * interval '24 hours'
                  join participation b on b.participant_id = x.participant_b_id and b.event_id = a.event_id
                 where x.status in ('ACTIVE', 'COMPLETED', 'LAPSED') and x.started_at <= :asOf
                   and (not :confirmed or x.confirmed_at <= :asOf)
                   and (not :newTies or not exists (
                        select from exchange p
                         where p.participant_a_id = x.participant_a_id and p.participant_b_id = x.participant_b_id
                           and p.started_at < a.starts_at and p.status in ('ACTIVE', 'COMPLETED', 'LAPSED')
                           and (not :confirmed or p.confirmed_at <= :asOf)))),
            engaged as (
                select event_id, participant_id, count(*) as exchanges
                  from (select event_id, participant_a_id as participant_id from tie
                         where not :initiator or initiated_by = participant_a_id
                        union all
                        select event_id, participant_b_id from tie
                         where not :initiator or initiated_by = participant_b_id) side
                 group by event_id, participant_id)
            select u.participant_id, u.event_id, r.score, coalesce(r.matched, false) as matched,
                   r.items[1][1] as specificity, r.items[1][2] as urgency,
                   r.items[1][3] as authority, r.items[1][4] as benefit,
                   coalesce(l.needs, 0) as late_needs, coalesce(g.exchanges, 0) as exchanges,
                   case when :answered and q.at is null then null
                        else floor(extract(epoch from least(:asOf, u.left_at, q.at) - u.ends_at) / 86400)
                        end::bigint as follow_up_days
              from participation u
              left join readiness r on r.event_id = u.event_id and r.participant_id = u.participant_id
              left join late l on l.event_id = u.event_id and l.participant_id = u.participant_id
              left join answered q on q.event_id = u.event_id and q.participant_id = u.participant_id
              left join engaged g on g.event_id = u.event_id and g.participant_id = u.participant_id
             order by u.participant_id, u.ends_at desc, u.starts_at desc, u.event_id desc
            """);

    private ReadinessQuery() {}

    /** The pairs of participant and event that are left out, each for the first reason that holds. */
    record Excluded(
            long eventNotHeld,
            long eventNotHeldPeople,
            long noResearchConsent,
            long noResearchConsentPeople,
            long notAttended,
            long notAttendedPeople) {}

    static Excluded excluded(Connection connection, ReadinessQuestion question, ScopedEvents scope)
            throws SQLException {
        try (PreparedStatement statement = EXCLUDED.with("asOf", question.asOf())
                        .with("events", scope.ids())
                        .with("held", scope.heldIds())
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Excluded(
                    rows.getLong("not_held"),
                    rows.getLong("not_held_people"),
                    rows.getLong("no_consent"),
                    rows.getLong("no_consent_people"),
                    rows.getLong("not_attended"),
                    rows.getLong("not_attended_people"));
        }
    }

    static void participations(
            Connection connection, ReadinessQuestion question, ScopedEvents scope, Consumer<Participation> consumer)
            throws SQLException {
        try (PreparedStatement statement = PARTICIPATIONS
                .with("asOf", question.asOf())
                .with("held", scope.heldIds())
                .with("days", question.windowDays())
                .with("initiator", question.role() == Role.INITIATOR)
                .with("newTies", question.newTies())
                .with("confirmed", question.confirmed())
                .with("answered", question.ascertainment() == Ascertainment.CONFIRMED)
                .with("matches", question.exposure() == Exposure.NEED_MATCH)
                .prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(participation(rows));
                }
            }
        }
    }

    private static Participation participation(ResultSet row) throws SQLException {
        return new Participation(
                row.getObject("participant_id", UUID.class),
                row.getObject("event_id", UUID.class),
                row.getObject("score", Integer.class),
                row.getBoolean("matched"),
                items(row),
                row.getObject("follow_up_days", Long.class),
                row.getLong("late_needs"),
                row.getLong("exchanges"));
    }

    private static Participation.Items items(ResultSet row) throws SQLException {
        Integer specificity = row.getObject("specificity", Integer.class);
        return specificity == null
                ? null
                : new Participation.Items(
                        specificity, row.getInt("urgency"), row.getInt("authority"), row.getInt("benefit"));
    }
}
