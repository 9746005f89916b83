package org.rapport.reporting.introduction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapport.reporting.introduction.Registered.Need;
import org.rapport.reporting.introduction.Registered.Offer;
import org.rapport.reporting.report.NamedQuery;

/** Reads who is to come to an event, with what they need and offer, and who of them knows whom. */
final class SuggestionQuery {

    private static final NamedQuery EVENT =
            new NamedQuery("select 1 from event where id = :event and starts_at is not null");

    /** Organisations are those that somebody belongs to now or will. */
    private static final String REGISTERED = """
            with registered as materialized (
                select p.id, e.starts_at, e.ends_at,
                       array(select (o.value ->> 'organisationId')::uuid
                               from jsonb_array_elements(p.organisations) o
                              where coalesce((o.value ->> 'to')::date >= (:now::timestamptz at time zone 'UTC')::date, true))
                           as organisations
                  from participant p join event e on e.id = :event
                 where p.id in (select participant_id from registration
                                 where event_id = :event and status = 'CONFIRMED')
                   and p.status = 'ACTIVE' and p.profile_sharing_consent @> :now::timestamptz
                   and coalesce(p.left_at > :now, true))
            """;

    private static final NamedQuery PEOPLE = new NamedQuery(REGISTERED + "select id, organisations from registered");

    private static final NamedQuery NEEDS = new NamedQuery(REGISTERED + """
            select n.id, n.participant_id, n.topic, n.kind,
                   coalesce(o.specificity + o.urgency + o.authority + o.benefit, 0) as readiness,
                   coalesce(o.urgency, 0) as urgency
              from registered p
              join need_period o on o.participant_id = p.id and o.during @> :now::timestamptz
              join need n on n.id = o.need_id
            """);

    private static final NamedQuery OFFERS = new NamedQuery(REGISTERED + """
            select o.id, o.participant_id, o.topic, o.kind
              from registered p
              join offer o on o.participant_id = p.id and o.available && tstzrange(p.starts_at, p.ends_at, '[]')
            """);

    /** Those who have exchanges, or were introduced or asked already; not who let an introduction expire. */
    private static final NamedQuery TIES = new NamedQuery(REGISTERED + """
            select x.participant_a_id as a, x.participant_b_id as b
              from registered p
              join exchange x on x.participant_a_id = p.id
              join registered q on q.id = x.participant_b_id
             where x.status in ('ACTIVE', 'COMPLETED', 'LAPSED') and x.started_at <= :now
             union
            select i.participant_a_id, i.participant_b_id
              from registered p
              join introduction i on i.participant_a_id = p.id
              join registered q on q.id = i.participant_b_id
             where i.status <> 'EXPIRED'
            """);

    private final Connection connection;
    private final UUID event;
    private final Instant now;

    private SuggestionQuery(Connection connection, UUID event, Instant now) {
        this.connection = connection;
        this.event = event;
        this.now = now;
    }

    /** Empty if no such event is known. */
    static Optional<Registered> registered(Connection connection, UUID event, Instant now) throws SQLException {
        SuggestionQuery query = new SuggestionQuery(connection, event, now);
        return query.isKnown()
                ? Optional.of(new Registered(query.people(), query.needs(), query.offers(), query.ties()))
                : Optional.empty();
    }

    private boolean isKnown() throws SQLException {
        try (PreparedStatement statement = EVENT.with("event", event).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    private Map<UUID, Set<UUID>> people() throws SQLException {
        Map<UUID, Set<UUID>> people = new HashMap<>();
        try (PreparedStatement statement = prepare(PEOPLE);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID[] organisations = (UUID[]) rows.getArray("organisations").getArray();
                people.put(
                        rows.getObject("id", UUID.class),
                        Arrays.stream(organisations).collect(Collectors.toUnmodifiableSet()));
            }
        }
        return people;
    }

    private List<Need> needs() throws SQLException {
        List<Need> needs = new ArrayList<>();
        try (PreparedStatement statement = prepare(NEEDS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                needs.add(new Need(
                        rows.getObject("id", UUID.class),
                        rows.getObject("participant_id", UUID.class),
                        rows.getString("topic"),
                        rows.getString("kind"),
                        rows.getInt("readiness"),
                        rows.getInt("urgency")));
            }
        }
        return needs;
    }

    private List<Offer> offers() throws SQLException {
        List<Offer> offers = new ArrayList<>();
        try (PreparedStatement statement = prepare(OFFERS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                offers.add(new Offer(
                        rows.getObject("id", UUID.class),
                        rows.getObject("participant_id", UUID.class),
                        rows.getString("topic"),
                        rows.getString("kind")));
            }
        }
        return offers;
    }

    private Set<Pair> ties() throws SQLException {
        Set<Pair> ties = new HashSet<>();
        try (PreparedStatement statement = prepare(TIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ties.add(Pair.of(rows.getObject("a", UUID.class), rows.getObject("b", UUID.class)));
            }
        }
        return ties;
    }

    private PreparedStatement prepare(NamedQuery query) throws SQLException {
        return query.with("event", event).with("now", now).prepare(connection);
    }
}
