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

    /** Of a selection, only its attendees are looked at. */
    private static final String PEOPLE = """
            with person as materialized (
                select p.id, coalesce(p.research_consent @> :asOf::timestamptz, false) as consents
                  from participant p
                 where p.status = 'ACTIVE'
                   and (not :selected
                        or p.id = any(array(
                            select participant_id from attendance
                             where event_id = any(:held) and status in ('PRESENT', 'PARTIAL')))))
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
                  join person a on a.id = x.participant_a_id and a.consents
                  join person b on b.id = x.participant_b_id and b.consents
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
              from person
            """);

    /** Among all exchanges, whatever the selection. */
    private static final String OF_ALL = """
             coalesce(x.started_at <= :asOf, true) and x.participant_a_id is not null and
            """ + ASKED_FOR;

    private static final String CONSENTING = """
             left join participant a
                    on a.id = x.participant_a_id and a.status = 'ACTIVE' and a.research_consent @> :asOf::timestamptz
             left join participant b
                    on b.id = x.participant_b_id and b.status = 'ACTIVE' and b.research_consent @> :asOf::timestamptz
            """;

    /** What is left out of any network, each by the first reason that applies; and how many people these are. */
    private static final NamedQuery LEFT_OUT = new NamedQuery("""
            select reason, sum(exchanges)::bigint / 2 as exchanges, count(*) as people
              from (select reason, side.id, count(*) as exchanges
                      from (select x.participant_a_id as a, x.participant_b_id as b,
                                   case when x.started_at is null or x.status not in ('ACTIVE', 'COMPLETED', 'LAPSED')
                                            then 'notCounting'
                                        when :confirmed and coalesce(x.confirmed_at > :asOf, true) then 'notConfirmed'
                                        else 'noResearchConsent' end as reason
                              from exchange x
            """ + CONSENTING + " where " + OF_ALL + """
                               and (x.started_at is null or x.status not in ('ACTIVE', 'COMPLETED', 'LAPSED')
                                    or :confirmed and coalesce(x.confirmed_at > :asOf, true)
                                    or a.id is null or b.id is null)) judged
                      cross join lateral (values (a), (b)) side(id)
                     group by reason, side.id) person_of
             group by reason
            """);

    private static final NamedQuery ALL = new NamedQuery("select count(*) from exchange x where " + OF_ALL);

    /** How many people had an exchange that counts, but not among the selected: one after the other until enough. */
    private static final NamedQuery OUTSIDE =
            new NamedQuery(PEOPLE + """
            select count(*)
              from (select from participant p
                     where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz
                       and exists (
                           select from exchange x
            """ + CONSENTING + """
                            where (x.participant_a_id = p.id or x.participant_b_id = p.id)
                              and a.id is not null and b.id is not null
                              and (x.participant_a_id not in (select id from person)
                                   or x.participant_b_id not in (select id from person))
                              and
            """ + COUNTING + " and " + ASKED_FOR + """
                           )
                     limit :enough) few
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

    /**
     * By reason: notCounting, notConfirmed, noResearchConsent, outsideSelection.
     *
     * @param within how many exchanges are in the network: all others are left out
     * @param enough how many people outside the selection there may be for it not to matter how many
     */
    Map<String, LeftOut> leftOut(long within, int enough) throws SQLException {
        Map<String, LeftOut> leftOut = new HashMap<>();
        // all at once, not in portions: so the database may use several processes
        try (PreparedStatement statement = bind(LEFT_OUT, question, scope).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                leftOut.put(rows.getString("reason"), new LeftOut(rows.getLong("exchanges"), rows.getLong("people")));
            }
        }
        if (question.isAboutEvents()) {
            long others =
                    leftOut.values().stream().mapToLong(LeftOut::exchanges).sum();
            long outside = number(bind(ALL, question, scope)) - others - within;
            if (outside > 0) {
                long people =
                        enough == 0 ? 0 : number(bind(OUTSIDE, question, scope).with("enough", enough));
                leftOut.put("outsideSelection", new LeftOut(outside, people));
            }
        }
        return leftOut;
    }

    private long number(NamedQuery.Parameters query) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
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
