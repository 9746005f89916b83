package org.rapport.reporting.report.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.report.NamedQuery;

/** Reads who consents, and what the read model names but does not know. */
final class CoverageQuery {

    private static final NamedQuery CONSENT = new NamedQuery("""
            select count(*) as people,
                   count(*) filter (where not coalesce(research_consent @> :asOf::timestamptz, false)) as withheld
              from participant where status = 'ACTIVE'
            """);

    private static final NamedQuery UNRESOLVED = new NamedQuery(unresolved());

    private final Connection connection;
    private final Instant asOf;

    CoverageQuery(Connection connection, Instant asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    /** Participants, and those who don't consent to research. */
    record Consent(long people, long withheld) {}

    /** How often something names something that isn't known. */
    record Unresolved(String reference, long count) {}

    Consent consent() throws SQLException {
        Consent[] consent = new Consent[1];
        read(CONSENT, row -> consent[0] = new Consent(row.getLong("people"), row.getLong("withheld")));
        return consent[0];
    }

    List<Unresolved> unresolvedReferences() throws SQLException {
        List<Unresolved> references = new ArrayList<>();
        read(UNRESOLVED, row -> references.add(new Unresolved(row.getString("reference"), row.getLong("number"))));
        return references;
    }

    /** Which columns name what. */
    private static String unresolved() {
        List<String> parts = new ArrayList<>();
        for (String[] reference : new String[][] {
            {"attendance", "event_id", "event", "id"},
            {"attendance", "participant_id", "participant", "id"},
            {"registration", "event_id", "event", "id"},
            {"registration", "participant_id", "participant", "id"},
            {"session", "event_id", "event", "id"},
            {"event", "project_id", "project", "id"},
            {"need", "participant_id", "participant", "id"},
            {"need", "topic", "topic", "code"},
            {"offer", "participant_id", "participant", "id"},
            {"offer", "topic", "topic", "code"},
            {"encounter", "event_id", "event", "id"},
            {"commitment", "event_id", "event", "id"},
            {"exchange", "participant_a_id", "participant", "id"},
            {"exchange", "participant_b_id", "participant", "id"},
            {"community_activity", "event_id", "event", "id"},
            {"follow_up", "event_id", "event", "id"},
        }) {
            parts.add("""
                    select '%1$s.%2$s' as reference, count(*) as number
                      from %1$s r
                     where r.%2$s is not null and not exists (select from %3$s k where k.%4$s = r.%2$s)
                    """.formatted((Object[]) reference));
        }
        return String.join(" union all ", parts) + " order by reference";
    }

    /** Does something with a row. */
    @FunctionalInterface
    private interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    private void read(NamedQuery query, OfRow consumer) throws SQLException {
        try (PreparedStatement statement = query.with("asOf", asOf).prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                consumer.take(rows);
            }
        }
    }
}
