package org.rapport.reporting.report.communityversusbilateral;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/**
 * Counts, per month since the event, what those did who attended it and could be followed to the end of that month:
 * otherwise what is merely not known yet would look like a decline.
 */
final class CommunityQuery {

    static final int MONTHS = 12;
    static final int DAYS = 30;

    private static final NamedQuery QUERY = new NamedQuery("""
            with participation as materialized (
                select e.id as event_id, e.starts_at, e.ends_at, p.id as participant_id,
                       floor(extract(epoch from least(:asOf, p.left_at) - e.ends_at) / :seconds) as months
                  from (select distinct event_id, participant_id from attendance
                         where event_id = any(:held) and status in ('PRESENT', 'PARTIAL')) a
                  join event e on e.id = a.event_id
                  join participant p on p.id = a.participant_id
                 where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz),
            act as (
                select u.event_id, u.participant_id, ceil(extract(epoch from c.at - u.ends_at) / :seconds) as month
                  from community_activity c
                  join participation u on u.event_id = c.event_id and u.participant_id = c.participant_id
                 where c.at > u.ends_at and c.at <= :asOf
                   and ceil(extract(epoch from c.at - u.ends_at) / :seconds) <= u.months),
            exchanged as (
                select a.event_id, x.participant_a_id as a, x.participant_b_id as b,
                       ceil(extract(epoch from x.started_at - a.ends_at) / :seconds) as month
                  from exchange x
                  join participation a on a.participant_id = x.participant_a_id and x.started_at > a.ends_at
                   and x.started_at <= a.ends_at + :last * :seconds * interval '1 second'
                  join participation b on b.participant_id = x.participant_b_id and b.event_id = a.event_id
                 where x.status in ('ACTIVE', 'COMPLETED', 'LAPSED') and x.started_at <= :asOf
                   and (not :confirmed or x.confirmed_at <= :asOf)
                   and ceil(extract(epoch from x.started_at - a.ends_at) / :seconds) <= least(a.months, b.months)
                   and (not :newTies or not exists (
                        select from exchange p
                         where p.participant_a_id = x.participant_a_id and p.participant_b_id = x.participant_b_id
                           and p.started_at < a.starts_at and p.status in ('ACTIVE', 'COMPLETED', 'LAPSED')
                           and (not :confirmed or p.confirmed_at <= :asOf)))),
            side as (
                select month, event_id, a as participant_id from exchanged
                union
                select month, event_id, b from exchanged)
            select m.month, f.followed, f.people as followed_people,
                   coalesce(c.acts, 0) as acts, coalesce(c.members, 0) as members, coalesce(c.people, 0) as active_people,
                   coalesce(t.exchanges, 0) as exchanges, coalesce(t.pairs, 0) as pairs,
                   coalesce(s.members, 0) as exchanging, coalesce(s.people, 0) as exchanging_people
              from generate_series(1, :last) m (month)
             cross join lateral (
                    select count(*) as followed, count(distinct participant_id) as people
                      from participation where months >= m.month) f
              left join (
                    select month, count(*) as acts, count(distinct (event_id, participant_id)) as members,
                           count(distinct participant_id) as people
                      from act group by month) c on c.month = m.month
              left join (
                    select month, count(*) as exchanges, count(distinct (event_id, a, b)) as pairs
                      from exchanged group by month) t on t.month = m.month
              left join (
                    select month, count(*) as members, count(distinct participant_id) as people
                      from side group by month) s on s.month = m.month
             order by m.month
            """);

    private CommunityQuery() {}

    /**
     * A month since the event, of all events together.
     *
     * @param followed participations that could be followed to its end
     * @param members of them with an act in the community
     * @param exchanging of them with an exchange
     */
    record Month(
            int number,
            long followed,
            long followedPeople,
            long acts,
            long members,
            long activePeople,
            long exchanges,
            long pairs,
            long exchanging,
            long exchangingPeople) {}

    static List<Month> months(Connection connection, CommunityQuestion question, ScopedEvents scope)
            throws SQLException {
        scope.joinByHashing(connection);
        try (PreparedStatement statement = QUERY.with("asOf", question.asOf())
                        .with("held", scope.heldIds())
                        .with("seconds", DAYS * 86_400)
                        .with("last", MONTHS)
                        .with("confirmed", question.confirmed())
                        .with("newTies", question.newTies())
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            List<Month> months = new ArrayList<>();
            while (rows.next()) {
                months.add(new Month(
                        rows.getInt("month"),
                        rows.getLong("followed"),
                        rows.getLong("followed_people"),
                        rows.getLong("acts"),
                        rows.getLong("members"),
                        rows.getLong("active_people"),
                        rows.getLong("exchanges"),
                        rows.getLong("pairs"),
                        rows.getLong("exchanging"),
                        rows.getLong("exchanging_people")));
            }
            return months;
        }
    }
}
