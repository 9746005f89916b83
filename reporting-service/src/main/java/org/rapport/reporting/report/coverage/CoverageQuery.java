package org.rapport.reporting.report.coverage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.participation.ConsentTable;
import org.rapport.reporting.report.participation.Records;

/** Counts who consents, whatever the filters: for a question about few people in the database, else in the columns. */
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

    Consent consent(Records records) throws SQLException {
        return records.areOfFew() ? counted() : of(records.consents(connection));
    }

    private Consent of(ConsentTable consents) {
        return new Consent(
                consents.people(),
                consents.people() - consents.consenting(ChronoUnit.MICROS.between(Instant.EPOCH, asOf)));
    }

    private Consent counted() throws SQLException {
        try (PreparedStatement statement = CONSENT.with("asOf", asOf).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Consent(row.getLong("people"), row.getLong("withheld"));
        }
    }
}
