package org.rapport.reporting.report.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.rapport.reporting.report.NamedQuery;

/** Reads who consents. */
final class CoverageQuery {

    private static final NamedQuery CONSENT = new NamedQuery("""
            select count(*) as people,
                   count(*) filter (where not coalesce(research_consent @> :asOf::timestamptz, false)) as withheld
              from participant where status = 'ACTIVE'
            """);

    private final Connection connection;
    private final Instant asOf;

    CoverageQuery(Connection connection, Instant asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    /** Participants, and those who don't consent to research. */
    record Consent(long people, long withheld) {}

    Consent consent() throws SQLException {
        try (PreparedStatement statement = CONSENT.with("asOf", asOf).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Consent(row.getLong("people"), row.getLong("withheld"));
        }
    }
}
