package org.rapport.reporting.report.participation;

import org.rapport.reporting.report.NamedQuery;

/** The queries on participations; what wasn't asked for costs nothing, as the planner sees that it can't be. */
final class ParticipationSql {

    private ParticipationSql() {}

    static final NamedQuery EXCLUDED = new NamedQuery("""
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

    /**
     * Ordered so that everybody's participations come together, the index event first. Whoever was at an earlier event
     * together with another attendee is found by counting, for each two events, who was at both: if there are two, each
     * of them met the other before. The attendances of the one side of an exchange are found before those of the other, or
     * the planner might join each attendee of an event with each.
     */
    static final NamedQuery PARTICIPATIONS = new NamedQuery("""
            with participation as (
                select e.id as event_id, e.starts_at, e.ends_at, e.project_id, cardinality(e.incentives) > 0 as incentive,
                       p.id as participant_id, p.left_at
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
            followed as materialized (
                select a.event_id, a.ends_at, x.participant_a_id, x.participant_b_id, x.initiated_by, x.started_at
                  from exchange x
                  join participation a on a.participant_id = x.participant_a_id
                   and x.started_at > a.ends_at
                   and (:days::integer is null or x.started_at <= a.ends_at + :days::integer * interval '24 hours')
                 where x.status in ('ACTIVE', 'COMPLETED', 'LAPSED') and x.started_at <= :asOf
                   and (not :confirmed or x.confirmed_at <= :asOf)
                   and (not :newTies or not exists (
                        select from exchange p
                         where p.participant_a_id = x.participant_a_id and p.participant_b_id = x.participant_b_id
                           and p.started_at < a.starts_at and p.status in ('ACTIVE', 'COMPLETED', 'LAPSED')
                           and (not :confirmed or p.confirmed_at <= :asOf)))),
            tie as (
                select f.*
                  from followed f
                  join participation b on b.participant_id = f.participant_b_id and b.event_id = f.event_id),
            engaged as (
                select event_id, participant_id, count(*) as exchanges,
                       ceil(min(extract(epoch from started_at - ends_at)) / 86400)::bigint as first_day
                  from (select event_id, participant_a_id as participant_id, started_at, ends_at from tie
                         where not :initiator or initiated_by = participant_a_id
                        union all
                        select event_id, participant_b_id, started_at, ends_at from tie
                         where not :initiator or initiated_by = participant_b_id) side
                 group by event_id, participant_id),
            earlier as (
                select u.event_id, u.participant_id, f.id as earlier_id
                  from participation u
                  join (select distinct event_id, participant_id from attendance
                         where :coattended and status in ('PRESENT', 'PARTIAL')) a
                    on a.participant_id = u.participant_id
                  join event f on f.id = a.event_id
                   and f.status = 'HELD' and f.ends_at <= :asOf and f.ends_at < u.starts_at),
            coattended as (
                select distinct event_id, participant_id
                  from earlier
                  join (select event_id, earlier_id from earlier group by event_id, earlier_id having count(*) > 1) common
                 using (event_id, earlier_id)),
            kept as (
                select c.id, ceil(min(extract(epoch from t.started_at - t.ends_at)) / 86400)::bigint as day
                  from commitment c
                  join tie t on t.event_id = c.event_id
                   and t.participant_a_id = least(c.participant_id, c.counterpart_id)
                   and t.participant_b_id = greatest(c.participant_id, c.counterpart_id)
                   and (not :initiator or t.initiated_by = c.participant_id)
                 where :commitments and c.event_id = any(:held)
                 group by c.id),
            promised as (
                select u.event_id, u.participant_id, count(*) filter (where c.counterpart_id is null) as community,
                       array_agg(coalesce(k.day, -1)) filter (where c.counterpart_id is not null) as kept_days
                  from participation u
                  join commitment c on c.event_id = u.event_id and c.participant_id = u.participant_id
                   and c.stated_at <= :asOf
                  left join participant p on p.id = c.counterpart_id
                  left join kept k on k.id = c.id
                 where :commitments
                   and (c.counterpart_id is null or p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz)
                 group by u.event_id, u.participant_id),
            rewarded as (
                select distinct u.event_id, u.participant_id
                  from participation u
                  join registration r on r.event_id = u.event_id and r.participant_id = u.participant_id
                   and r.incentive is not null
                 where :incentives)
            select u.participant_id, u.event_id, r.score, coalesce(r.matched, false) as matched,
                   coalesce(j.starts_at < u.starts_at and j.ends_at > u.ends_at, false) as embedded,
                   coalesce(u.incentive, false) or w.event_id is not null as incentive,
                   c.event_id is not null as coattended,
                   coalesce(m.community, 0) as to_community, m.kept_days,
                   r.items[1][1] as specificity, r.items[1][2] as urgency,
                   r.items[1][3] as authority, r.items[1][4] as benefit,
                   coalesce(l.needs, 0) as late_needs,
                   coalesce(g.exchanges, 0) as exchanges, g.first_day,
                   floor(extract(epoch from least(:asOf, u.left_at) - u.ends_at) / 86400)::bigint as recorded_days,
                   case when q.at is not null
                        then floor(extract(epoch from least(q.at, u.left_at) - u.ends_at) / 86400) end::bigint
                   as answered_days
              from participation u
              left join readiness r on r.event_id = u.event_id and r.participant_id = u.participant_id
              left join late l on l.event_id = u.event_id and l.participant_id = u.participant_id
              left join answered q on q.event_id = u.event_id and q.participant_id = u.participant_id
              left join engaged g on g.event_id = u.event_id and g.participant_id = u.participant_id
              left join project j on j.id = u.project_id
              left join coattended c on c.event_id = u.event_id and c.participant_id = u.participant_id
              left join promised m on m.event_id = u.event_id and m.participant_id = u.participant_id
              left join rewarded w on w.event_id = u.event_id and w.participant_id = u.participant_id
             order by u.participant_id, u.ends_at desc, u.starts_at desc, u.event_id desc
            """);
}
