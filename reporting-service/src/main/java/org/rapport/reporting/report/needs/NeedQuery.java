package org.rapport.reporting.report.needs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvents;

/** Reads needs as they were at a time. */
final class NeedQuery {

    private static final int FETCH_SIZE = 5_000;

    /** With a filter, of those who attended one of the events. */
    private static final String IN_SCOPE = """
              (:everybody or n.participant_id = any(array(
                  select a.participant_id from attendance a
                   where a.event_id = any(:held) and a.status in ('PRESENT', 'PARTIAL'))))
            """;

    private static final NamedQuery NEEDS = new NamedQuery("""
            with offering as (
                select o.topic, min(o.participant_id::text) as first, max(o.participant_id::text) as last
                  from offer o
                  join participant p on p.id = o.participant_id
                 where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz
                   and o.available @> :asOf::timestamptz
                 group by o.topic)
            select n.participant_id, n.topic, n.kind,
                   coalesce(n.met @> :asOf::timestamptz, false) as met,
                   coalesce(n.withdrawn @> :asOf::timestamptz, false) as withdrawn,
                   coalesce(o.first <> n.participant_id::text or o.last <> n.participant_id::text, false) as offered,
                   case when lower(n.met) is not null
                        then greatest(0, ceil(extract(epoch from lower(n.met) - n.declared_at) / 86400)) end::bigint
                   as met_day,
                   floor(extract(epoch from least(:asOf, p.left_at, lower(n.withdrawn)) - n.declared_at) / 86400)::bigint
                   as follow_up_days
              from need n
              join participant p on p.id = n.participant_id
              left join offering o on o.topic = n.topic
             where p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz and n.declared_at <= :asOf and
            """ + IN_SCOPE + """
             order by n.participant_id, n.id
            """);

    private static final NamedQuery WITHOUT_CONSENT = new NamedQuery("""
            select count(*) as needs, count(distinct n.participant_id) as people
              from need n
              left join participant p on p.id = n.participant_id
             where n.declared_at <= :asOf
               and not coalesce(p.status = 'ACTIVE' and p.research_consent @> :asOf::timestamptz, false) and
            """ + IN_SCOPE);

    private static final NamedQuery TOPICS =
            new NamedQuery("select code, label from topic where code is not null and label is not null");

    private final Connection connection;
    private final Instant asOf;
    private final EventFilter filter;
    private final ScopedEvents scope;

    NeedQuery(Connection connection, Instant asOf, EventFilter filter, ScopedEvents scope) {
        this.connection = connection;
        this.asOf = asOf;
        this.filter = filter;
        this.scope = scope;
    }

    /**
     * A need.
     *
     * @param offered whether somebody else offers something on its topic at the time
     * @param metDay days from its declaration until it was first met, rounded up; null if it never was
     * @param followUpDays whole days from its declaration to the end of the follow-up, negative if that was before
     */
    record Need(
            UUID participantId,
            String topic,
            String kind,
            boolean met,
            boolean withdrawn,
            boolean offered,
            Long metDay,
            long followUpDays) {

        boolean open() {
            return !met && !withdrawn;
        }
    }

    /** Needs that are left out, and of how many people. */
    record WithoutConsent(long needs, long people) {}

    /** Everybody's one after the other. */
    void needs(Consumer<Need> consumer) throws SQLException {
        read(
                NEEDS,
                row -> consumer.accept(new Need(
                        row.getObject("participant_id", UUID.class),
                        row.getString("topic"),
                        row.getString("kind"),
                        row.getBoolean("met"),
                        row.getBoolean("withdrawn"),
                        row.getBoolean("offered"),
                        row.getObject("met_day", Long.class),
                        row.getLong("follow_up_days"))));
    }

    WithoutConsent withoutConsent() throws SQLException {
        WithoutConsent[] counts = new WithoutConsent[1];
        read(WITHOUT_CONSENT, row -> counts[0] = new WithoutConsent(row.getLong("needs"), row.getLong("people")));
        return counts[0];
    }

    /** What topics are called. */
    Map<String, String> labels() throws SQLException {
        Map<String, String> labels = new HashMap<>();
        read(TOPICS, row -> labels.put(row.getString("code"), row.getString("label")));
        return labels;
    }

    /** Does something with a row. */
    @FunctionalInterface
    private interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    private void read(NamedQuery query, OfRow consumer) throws SQLException {
        boolean everybody = filter.equals(new EventFilter(null, null, null, null, null, null));
        try (PreparedStatement statement = query.with("asOf", asOf)
                .with("held", scope.heldIds())
                .with("everybody", everybody)
                .prepare(connection)) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.take(rows);
                }
            }
        }
    }
}
