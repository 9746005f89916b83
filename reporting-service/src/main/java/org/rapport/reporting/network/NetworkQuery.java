package org.rapport.reporting.network;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.network.ExchangeNetwork.Node;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/**
 * Reads who had exchanges with whom: a pass over exchanges and people each, whatever the events and however many attended
 * them. The population is everybody who consents to research, or of those the ones who attended an event in the selection.
 */
final class NetworkQuery {

    private static final int FETCH_SIZE = 5_000;

    /** The attendees of the selection are looked for only if there is one. */
    private static final String PEOPLE = """
            with attendee as materialized (
                select distinct participant_id from attendance
                 where :selected and event_id = any(:held) and status in ('PRESENT', 'PARTIAL')),
            person as materialized (
                select p.id, coalesce(p.research_consent @> :asOf::timestamptz, false) as consents,
                       not :selected or a.participant_id is not null as selected
                  from participant p left join attendee a on a.participant_id = p.id
                 where p.status = 'ACTIVE')
            """;

    private static final String COUNTING = """
             x.status in ('ACTIVE', 'COMPLETED', 'LAPSED') and x.started_at <= :asOf
               and (not :confirmed or x.confirmed_at <= :asOf)
            """;

    private static final String ASKED_FOR = """
             (:types::text is null or x.type = any(string_to_array(:types, ',')))
               and (:startedFrom::timestamptz is null or x.started_at >= :startedFrom)
               and (:startedTo::timestamptz is null or x.started_at <= :startedTo)
            """;

    /** A pair and all that is known of it, in the order of ids. */
    private static final NamedQuery TIES = new NamedQuery(PEOPLE + """
            , tie as (
                select x.participant_a_id as a, x.participant_b_id as b, count(*) as exchanges,
                       coalesce(bit_or(case x.type
                           when 'CONTACT' then 1 when 'ADVICE' then 2 when 'RESOURCE' then 4
                           when 'JOINT_ACTIVITY' then 8 when 'JOINT_PRODUCT' then 16
                           when 'FUNDING' then 32 when 'AGREEMENT' then 64 end), 0) as types,
                       coalesce(bool_or(x.confirmed_at <= :asOf), false) as confirmed,
                       min(x.started_at) as first, max(x.started_at) as last
                  from exchange x
                  join person a on a.id = x.participant_a_id and a.consents and a.selected
                  join person b on b.id = x.participant_b_id and b.consents and b.selected
                 where
            """ + COUNTING + " and " + ASKED_FOR + """
                 group by x.participant_a_id, x.participant_b_id)
            select a, b, exchanges, types, confirmed,
                   (extract(epoch from first) * 1000000)::bigint as first,
                   (extract(epoch from last) * 1000000)::bigint as last
              from tie order by a, b
            """);

    /** Of several organisations at a time, the one that somebody joined last; then the one with the smallest id. */
    private static final NamedQuery NODES = new NamedQuery("""
            select p.id, p.country,
                   (select o.value ->> 'organisationId'
                      from jsonb_array_elements(p.organisations) o
                     where coalesce((o.value ->> 'from')::date <= :asOf::timestamptz at time zone 'UTC', true)
                       and coalesce((o.value ->> 'to')::date >= (:asOf::timestamptz at time zone 'UTC')::date, true)
                     order by o.value ->> 'from' desc nulls last, o.value ->> 'organisationId'
                     limit 1)::uuid as organisation
              from participant p
             where p.id = any(:nodes)
            """);

    private static final NamedQuery POPULATION = new NamedQuery(PEOPLE + """
            select count(*) filter (where consents) as consenting, count(*) filter (where not consents) as others
              from person where selected
            """);

    /** What is left of all exchanges asked for, each by the first reason that applies; and how many people these are. */
    private static final NamedQuery LEFT_OUT = new NamedQuery(PEOPLE + """
            , judged as (
                select x.participant_a_id as a, x.participant_b_id as b,
                       case when x.started_at is null or x.status not in ('ACTIVE', 'COMPLETED', 'LAPSED')
                                then 'notCounting'
                            when :confirmed and (x.confirmed_at is null or x.confirmed_at > :asOf) then 'notConfirmed'
                            when not coalesce(a.consents and b.consents, false) then 'noResearchConsent'
                            when not (a.selected and b.selected) then 'outsideSelection' end as reason
                  from exchange x
                  left join person a on a.id = x.participant_a_id
                  left join person b on b.id = x.participant_b_id
                 where coalesce(x.started_at <= :asOf, true) and x.participant_a_id is not null
                   and
            """ + ASKED_FOR + """
                )
            select reason, sum(exchanges)::bigint / 2 as exchanges, count(*) as people
              from (select reason, side.id, count(*) as exchanges
                      from judged cross join lateral (values (a), (b)) side(id)
                     where reason is not null
                     group by reason, side.id) person_of
             group by reason
            """);

    private final Connection connection;
    private final NetworkQuestion question;
    private final ScopedEvents scope;

    NetworkQuery(Connection connection, NetworkQuestion question, ScopedEvents scope) {
        this.connection = connection;
        this.question = question;
        this.scope = scope;
    }

    /** Who could be in the network, and who of the selection does not consent. */
    record Population(long consenting, long others) {}

    /** Exchanges that are not in the network. */
    record LeftOut(long exchanges, long people) {
        static final LeftOut NONE = new LeftOut(0, 0);
    }

    ExchangeNetwork network(int maxTies) throws SQLException {
        ExchangeNetwork.Builder network = new ExchangeNetwork.Builder(maxTies);
        try (PreparedStatement statement = prepare(TIES);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                network.add(
                        rows.getObject("a", UUID.class),
                        rows.getObject("b", UUID.class),
                        rows.getInt("exchanges"),
                        rows.getInt("types"),
                        rows.getBoolean("confirmed"),
                        rows.getLong("first"),
                        rows.getLong("last"));
            }
        }
        return network.build(nodes(network.ids())::get);
    }

    private Map<UUID, Node> nodes(List<UUID> ids) throws SQLException {
        Map<UUID, Node> nodes = new HashMap<>();
        try (PreparedStatement statement =
                NODES.with("asOf", question.asOf()).with("nodes", ids).prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject("id", UUID.class);
                    nodes.put(id, new Node(id, rows.getString("country"), rows.getObject("organisation", UUID.class)));
                }
            }
        }
        return nodes;
    }

    Population population() throws SQLException {
        try (PreparedStatement statement = prepare(POPULATION);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Population(rows.getLong("consenting"), rows.getLong("others"));
        }
    }

    /** By reason: notCounting, notConfirmed, noResearchConsent, outsideSelection. */
    Map<String, LeftOut> leftOut() throws SQLException {
        Map<String, LeftOut> leftOut = new HashMap<>();
        try (PreparedStatement statement = prepare(LEFT_OUT);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                leftOut.put(rows.getString("reason"), new LeftOut(rows.getLong("exchanges"), rows.getLong("people")));
            }
        }
        return leftOut;
    }

    private PreparedStatement prepare(NamedQuery query) throws SQLException {
        PreparedStatement statement = bind(query, question, scope).prepare(connection);
        statement.setFetchSize(FETCH_SIZE);
        return statement;
    }

    /** Gives a query what all of this package have in common. */
    static NamedQuery.Parameters bind(NamedQuery query, NetworkQuestion question, ScopedEvents scope) {
        String types = question.types().isEmpty()
                ? null
                : String.join(",", question.types().stream().map(Enum::name).toList());
        return query.with("asOf", question.asOf())
                .with("selected", question.isAboutEvents())
                .with("held", scope.heldIds())
                .with("confirmed", question.confirmed())
                .with("types", types)
                .with("startedFrom", question.startedFrom())
                .with("startedTo", question.startedTo());
    }
}
