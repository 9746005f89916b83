package org.rapport.reporting.report.readinessexposure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/**
 * Reads what the pairs of an event are counted from: who was to be there and whether they came, with the topics they
 * needed and offered; and the few pairs that have to be looked at one by one, because they had an exchange or met.
 */
final class PairQuery {

    private static final int FETCH_SIZE = 5_000;

    /**
     * Everybody who was to come or came, with the topics that somebody needs and somebody offers there. Others' needs and
     * offers match nothing, and leaving them out makes people alike.
     */
    private static final String POOL = """
            with recorded as (
                select event_id, participant_id, bool_or(attended) as attended
                  from (select event_id, participant_id, status in ('PRESENT', 'PARTIAL') as attended
                          from attendance where event_id = any(:events)
                        union all
                        select event_id, participant_id, false
                          from registration where event_id = any(:events) and status = 'CONFIRMED') either
                 group by event_id, participant_id),
            sat_in as (
                select a.event_id, a.participant_id, array_agg(distinct a.session_id) as sessions,
                       array_agg(distinct a.session_id) filter (where s.allocation = 'RANDOMISED') as randomised
                  from attendance a
                  left join session s on s.id = a.session_id
                 where a.event_id = any(:events) and a.session_id is not null and a.status in ('PRESENT', 'PARTIAL')
                 group by a.event_id, a.participant_id),
            member as materialized (
                select r.event_id, r.participant_id, e.starts_at, e.ends_at, e.status = 'CANCELLED' as cancelled,
                       r.attended and e.status = 'HELD' as exposed,
                       least(:asOf::timestamptz, p.left_at) >= e.ends_at + :days * interval '24 hours' as followed
                  from recorded r
                  join event e on e.id = r.event_id and e.status in ('HELD', 'CANCELLED') and e.ends_at <= :asOf
                  join participant p on p.id = r.participant_id
                 where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz),
            needed as (
                select distinct m.event_id, m.participant_id, n.topic
                  from member m
                  join need_period n on n.participant_id = m.participant_id and n.during @> m.starts_at
                 where m.followed),
            offered as (
                select distinct m.event_id, m.participant_id, o.topic
                  from member m
                  join offer o on o.participant_id = m.participant_id
                   and o.available && tstzrange(m.starts_at, m.ends_at, '[]')
                 where m.followed),
            shared as (select event_id, topic from needed intersect select event_id, topic from offered),
            needs as (
                select event_id, participant_id, array_agg(topic order by topic) as topics
                  from needed join shared using (event_id, topic) group by event_id, participant_id),
            offers as (
                select event_id, participant_id, array_agg(topic order by topic) as topics
                  from offered join shared using (event_id, topic) group by event_id, participant_id),
            pool as (
                select m.*, n.topics as needs, o.topics as offers, s.sessions, s.randomised
                  from member m
                  left join needs n using (event_id, participant_id)
                  left join offers o using (event_id, participant_id)
                  left join sat_in s using (event_id, participant_id))
            """;

    private static final NamedQuery PEOPLE = new NamedQuery(POOL + """
            select participant_id, event_id, exposed, cancelled, followed, needs, offers from pool
             order by participant_id, event_id
            """);

    /** Pairs who met or were introduced to each other at an event. */
    private static final String MET = """
            , met as (
                select event_id, participant_a_id as a, participant_b_id as b
                  from encounter where event_id = any(:events) and met_at <= :asOf
                union
                select event_id, participant_a_id, participant_b_id
                  from introduction where event_id = any(:events) and status = 'MET' and met_at <= :asOf)
            """;

    /** What a pair's kind is: used wherever pairs are looked at one by one. */
    private static final String KIND = """
                   a.exposed and b.exposed as exposed, a.cancelled,
                   coalesce(a.needs && b.offers, false) or coalesce(b.needs && a.offers, false) as matched,
                   coalesce(a.sessions && b.sessions, false) as same_session
            """;

    private static final NamedQuery EXCHANGING = new NamedQuery(POOL + MET + """
            , of_one_side as materialized (
                select a.event_id, x.participant_a_id as a, x.participant_b_id as b,
                       x.started_at > a.ends_at as after, x.started_at < a.starts_at as before
                  from exchange x
                  join member a on a.participant_id = x.participant_a_id and a.followed
                   and (x.started_at < a.starts_at
                        or x.started_at > a.ends_at and x.started_at <= a.ends_at + :days * interval '24 hours')
                 where x.status in ('ACTIVE', 'COMPLETED', 'LAPSED') and x.started_at <= :asOf
                   and (not :confirmed or x.confirmed_at <= :asOf)),
            exchanged as (
                select o.event_id, o.a, o.b, count(*) filter (where o.after) as exchanges,
                       bool_or(o.before) as prior_tie
                  from of_one_side o
                  join member b on b.participant_id = o.b and b.event_id = o.event_id and b.followed
                 group by o.event_id, o.a, o.b)
            select x.*,
            """ + KIND + """
                   , a.randomised is not null and b.randomised is not null as both_randomised,
                   coalesce(a.randomised && b.randomised, false) as same_randomised,
                   m.event_id is not null as met
              from exchanged x
              join pool a on a.event_id = x.event_id and a.participant_id = x.a
              join pool b on b.event_id = x.event_id and b.participant_id = x.b
              left join met m on m.event_id = x.event_id and m.a = x.a and m.b = x.b
             order by x.a, x.b, x.event_id
            """);

    private static final NamedQuery INTRODUCED = new NamedQuery(POOL + MET + """
            select exposed, matched, same_session, count(*) as pairs
              from (select
            """ + KIND + """
                      from met m
                      join pool a on a.event_id = m.event_id and a.participant_id = m.a and a.followed and a.exposed
                      join pool b on b.event_id = m.event_id and b.participant_id = m.b and b.followed and b.exposed) kinds
             group by exposed, matched, same_session
            """);

    private static final NamedQuery SESSIONS = new NamedQuery(POOL + """
            select event_id, needs, offers, sessions, randomised, count(*) as people
              from pool
             where followed and exposed and sessions is not null
             group by event_id, needs, offers, sessions, randomised
            """);

    private static final NamedQuery EXCLUDED = new NamedQuery("""
            with pair as (
                select event_id, participant_id from attendance where event_id = any(:events)
                union
                select event_id, participant_id from registration where event_id = any(:events) and status = 'CONFIRMED'),
            judged as (
                select pair.participant_id, e.status in ('HELD', 'CANCELLED') and e.ends_at <= :asOf as over,
                       coalesce(p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz, false) as consents
                  from pair
                  join event e on e.id = pair.event_id
                  left join participant p on p.id = pair.participant_id)
            select count(*) filter (where not over) as not_over,
                   count(distinct participant_id) filter (where not over) as not_over_people,
                   count(*) filter (where over and not consents) as no_consent,
                   count(distinct participant_id) filter (where over and not consents) as no_consent_people
              from judged
            """);

    private final Connection connection;
    private final ExposureQuestion question;
    private final ScopedEvents scope;

    PairQuery(Connection connection, ExposureQuestion question, ScopedEvents scope) {
        this.connection = connection;
        this.question = question;
        this.scope = scope;
    }

    /** Somebody who was to be at an event. */
    record Member(
            UUID participantId, UUID eventId, boolean exposed, boolean cancelled, boolean followed, Topics topics) {}

    /** What somebody needs and offers, of what is both needed and offered at an event. */
    record Topics(List<String> needs, List<String> offers) {
        boolean none() {
            return needs.isEmpty() && offers.isEmpty();
        }
    }

    /** Two people with an exchange, at an event that both were to be at. */
    record ExchangingPair(
            UUID eventId,
            UUID a,
            UUID b,
            boolean exposed,
            boolean cancelled,
            boolean matched,
            boolean sameSession,
            boolean met,
            boolean randomised,
            boolean sameRandomised,
            long exchanges,
            boolean priorTie) {}

    /** How many pairs were introduced, of a kind. */
    record IntroducedPairs(boolean matched, boolean sameSession, long pairs) {}

    /** People who were at the same sessions of an event, and alike otherwise. */
    record SessionGroup(UUID eventId, Topics topics, List<UUID> sessions, List<UUID> randomised, long people) {}

    /** Pairs of participant and event that are left out. */
    record Excluded(long eventNotOver, long eventNotOverPeople, long noConsent, long noConsentPeople) {}

    void people(Consumer<Member> consumer) throws SQLException {
        read(
                PEOPLE,
                row -> consumer.accept(new Member(
                        row.getObject("participant_id", UUID.class),
                        row.getObject("event_id", UUID.class),
                        row.getBoolean("exposed"),
                        row.getBoolean("cancelled"),
                        row.getBoolean("followed"),
                        topics(row))));
    }

    /** Those of two people come one after the other. */
    void exchanging(Consumer<ExchangingPair> consumer) throws SQLException {
        read(
                EXCHANGING,
                row -> consumer.accept(new ExchangingPair(
                        row.getObject("event_id", UUID.class),
                        row.getObject("a", UUID.class),
                        row.getObject("b", UUID.class),
                        row.getBoolean("exposed"),
                        row.getBoolean("cancelled"),
                        row.getBoolean("matched"),
                        row.getBoolean("exposed") && row.getBoolean("same_session"),
                        row.getBoolean("exposed") && row.getBoolean("met"),
                        row.getBoolean("exposed") && row.getBoolean("both_randomised"),
                        row.getBoolean("exposed") && row.getBoolean("same_randomised"),
                        row.getLong("exchanges"),
                        row.getBoolean("prior_tie"))));
    }

    void introduced(Consumer<IntroducedPairs> consumer) throws SQLException {
        read(
                INTRODUCED,
                row -> consumer.accept(new IntroducedPairs(
                        row.getBoolean("matched"), row.getBoolean("same_session"), row.getLong("pairs"))));
    }

    void sessions(Consumer<SessionGroup> consumer) throws SQLException {
        read(
                SESSIONS,
                row -> consumer.accept(new SessionGroup(
                        row.getObject("event_id", UUID.class),
                        topics(row),
                        list(row, "sessions"),
                        list(row, "randomised"),
                        row.getLong("people"))));
    }

    Excluded excluded() throws SQLException {
        Excluded[] excluded = new Excluded[1];
        read(
                EXCLUDED,
                row -> excluded[0] = new Excluded(
                        row.getLong("not_over"),
                        row.getLong("not_over_people"),
                        row.getLong("no_consent"),
                        row.getLong("no_consent_people")));
        return excluded[0];
    }

    /** Does something with a row. */
    @FunctionalInterface
    private interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    private void read(NamedQuery query, OfRow consumer) throws SQLException {
        scope.joinByHashing(connection);
        try (PreparedStatement statement = query.with("asOf", question.asOf())
                .with("events", scope.ids())
                .with("days", question.windowDays())
                .with("confirmed", question.confirmed())
                .prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.take(rows);
                }
            }
        }
    }

    private static Topics topics(ResultSet row) throws SQLException {
        return new Topics(list(row, "needs"), list(row, "offers"));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : (List<T>) Arrays.asList((Object[]) array.getArray());
    }
}
