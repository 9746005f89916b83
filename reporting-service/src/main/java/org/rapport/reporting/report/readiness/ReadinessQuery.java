package org.rapport.reporting.report.readiness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.ScopedEvents;

/**
 * Reads who attended what, with the needs they came with and the exchanges that followed. The database does what
 * concerns sets and hands over one row per participation, streamed, so that memory doesn't grow with them.
 */
final class ReadinessQuery {

    private static final int FETCH_SIZE = 5_000;

    private static final String CONSENTING =
            """
            consenting as (
                select p.id, p.left_at
                  from participant p, asked
                 where p.status = 'ACTIVE'
                   and exists (select from consent c
                                where c.participant_id = p.id and c.purpose = 'RESEARCH'
                                  and c.given_at <= asked.as_of
                                  and (c.withdrawn_at is null or c.withdrawn_at > asked.as_of)))""";

    private static final String EXCLUDED =
            """
            with asked as (select ?::timestamptz as as_of),
            %s,
            pair as (
                select event_id, participant_id, bool_or(attended) as attended
                  from (select event_id, participant_id, status in ('PRESENT', 'PARTIAL') as attended
                          from attendance where event_id = any(?)
                        union all
                        select event_id, participant_id, false
                          from registration where event_id = any(?) and status = 'CONFIRMED') recorded
                 group by event_id, participant_id)
            select count(*) filter (where not held) as not_held,
                   count(*) filter (where held and not consents) as no_consent,
                   count(*) filter (where held and consents and not attended) as not_attended
              from (select pair.event_id = any(?) as held, c.id is not null as consents, pair.attended
                      from pair left join consenting c on c.id = pair.participant_id) judged
            """
                    .formatted(CONSENTING);

    /** Ordered so that everybody's participations come together, the index event first. */
    private static final String PARTICIPATIONS =
            """
            with asked as (
                select ?::timestamptz as as_of, ?::int * interval '24 hours' as reach, ?::boolean as initiator,
                       ?::boolean as new_ties, ?::boolean as confirmed, ?::boolean as answered, ?::boolean as matches),
            %s,
            participation as (
                select e.id as event_id, e.starts_at, e.ends_at, c.id as participant_id, c.left_at
                  from (select distinct event_id, participant_id from attendance
                         where event_id = any(?) and status in ('PRESENT', 'PARTIAL')) a
                  join event e on e.id = a.event_id
                  join consenting c on c.id = a.participant_id),
            open_need as (
                select u.event_id, u.participant_id, n.id, n.topic, n.declared_at, a.specificity, a.urgency, a.authority,
                       a.benefit, coalesce(a.specificity + a.urgency + a.authority + a.benefit, 0) as score
                  from participation u
                  join need n on n.participant_id = u.participant_id and n.declared_at <= u.starts_at
                  left join lateral (
                       select * from need_assessment s
                        where s.need_id = n.id and s.assessed_at <= u.starts_at
                        order by s.assessed_at desc, s.position desc limit 1) a on true
                 where coalesce((select h.status from need_status_change h
                                  where h.need_id = n.id and h.at <= u.starts_at
                                  order by h.at desc, h.position desc limit 1), 'OPEN') not in ('MET', 'WITHDRAWN')),
            offered as (
                select u.event_id, o.topic, min(u.participant_id::text) as first, max(u.participant_id::text) as last
                  from asked
                  cross join participation u
                  join offer o on o.participant_id = u.participant_id
                   and (o.available_from is null or o.available_from <= u.ends_at)
                   and (o.available_to is null or o.available_to >= u.starts_at)
                 where asked.matches
                 group by u.event_id, o.topic),
            readiness as (
                select n.event_id, n.participant_id, max(n.score) as score, bool_or(o.topic is not null) as matched,
                       (array_agg(array[n.specificity, n.urgency, n.authority, n.benefit]
                                  order by n.score desc, n.declared_at, n.id))[1:1] as items
                  from open_need n
                  left join offered o on o.event_id = n.event_id and o.topic = n.topic
                   and (o.first <> n.participant_id::text or o.last <> n.participant_id::text)
                 group by n.event_id, n.participant_id)
            select u.participant_id, u.event_id, r.score, coalesce(r.matched, false) as matched,
                   r.items[1][1] as specificity, r.items[1][2] as urgency,
                   r.items[1][3] as authority, r.items[1][4] as benefit,
                   floor(extract(epoch from f.until - u.ends_at) / 86400)::bigint as follow_up_days,
                   (select count(*) from need n
                     where n.participant_id = u.participant_id
                       and n.declared_at > u.starts_at and n.declared_at <= asked.as_of) as late_needs,
                   x.exchanges
              from asked
             cross join participation u
              left join readiness r on r.event_id = u.event_id and r.participant_id = u.participant_id
             cross join lateral (
                  select case when not asked.answered then least(asked.as_of, u.left_at)
                              else (select least(max(q.answered_at), u.left_at) from follow_up_answer q
                                     where q.event_id = u.event_id and q.participant_id = u.participant_id
                                       and q.answered_at <= asked.as_of) end as until) f
             cross join lateral (
                  select count(*) as exchanges
                    from (select id, participant_b_id as partner, started_at, initiated_by, status
                            from exchange where participant_a_id = u.participant_id
                          union all
                          select id, participant_a_id, started_at, initiated_by, status
                            from exchange where participant_b_id = u.participant_id) t
                   where t.started_at > u.ends_at
                     and t.started_at <= u.ends_at + asked.reach
                     and t.started_at <= asked.as_of
                     and t.status in ('ACTIVE', 'COMPLETED', 'LAPSED')
                     and (not asked.initiator or t.initiated_by = u.participant_id)
                     and exists (select from attendance a
                                  where a.event_id = u.event_id and a.participant_id = t.partner
                                    and a.status in ('PRESENT', 'PARTIAL'))
                     and exists (select from consenting c where c.id = t.partner)
                     and (not asked.confirmed or %s)
                     and (not asked.new_ties or not exists (
                          select from exchange p
                           where p.participant_a_id = least(u.participant_id, t.partner)
                             and p.participant_b_id = greatest(u.participant_id, t.partner)
                             and p.started_at < u.starts_at
                             and p.status in ('ACTIVE', 'COMPLETED', 'LAPSED')
                             and (not asked.confirmed or %s)))) x
             order by u.participant_id, u.ends_at desc, u.starts_at desc, u.event_id desc
            """
                    .formatted(CONSENTING, confirmedByBoth("t"), confirmedByBoth("p"));

    private ReadinessQuery() {}

    private static String confirmedByBoth(String exchange) {
        return """
               (select count(distinct k.participant_id) from exchange_confirmation k
                 where k.exchange_id = %s.id and k.at <= asked.as_of and k.answer = 'CONFIRMED') = 2"""
                .formatted(exchange);
    }

    /** The pairs of participant and event that are left out, each for the first reason that holds. */
    record Excluded(long eventNotHeld, long noResearchConsent, long notAttended) {}

    static Excluded excluded(Connection connection, ReadinessQuestion question, ScopedEvents scope)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXCLUDED)) {
            statement.setObject(1, question.asOf().atOffset(ZoneOffset.UTC));
            statement.setArray(2, scope.ids(connection));
            statement.setArray(3, scope.ids(connection));
            statement.setArray(4, scope.heldIds(connection));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Excluded(rows.getLong("not_held"), rows.getLong("no_consent"), rows.getLong("not_attended"));
            }
        }
    }

    static void participations(
            Connection connection, ReadinessQuestion question, ScopedEvents scope, Consumer<Participation> consumer)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PARTICIPATIONS)) {
            statement.setFetchSize(FETCH_SIZE);
            statement.setObject(1, question.asOf().atOffset(ZoneOffset.UTC));
            statement.setInt(2, question.windowDays());
            statement.setBoolean(3, question.role() == ReadinessQuestion.Role.INITIATOR);
            statement.setBoolean(4, question.newTies());
            statement.setBoolean(5, question.confirmed());
            statement.setBoolean(6, question.ascertainment() == ReadinessQuestion.Ascertainment.CONFIRMED);
            statement.setBoolean(7, question.exposure() == ReadinessQuestion.Exposure.NEED_MATCH);
            statement.setArray(8, scope.heldIds(connection));
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
