package org.rapport.reporting.report.readinessexposure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.rapport.reporting.report.participation.Matches;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;
import org.rapport.reporting.report.participation.Sessions;

/** Reads who was to be at which event and whether they came, with what they needed and offered. */
final class MembershipQuery {

    private MembershipQuery() {}

    /** @param scope the events to ask for; null if it is all */
    static Memberships read(
            Connection connection, ExposureQuestion question, NumberedEvents events, Collection<UUID> scope)
            throws SQLException {
        Records records = new RecordsQuery(connection, events, question.asOf()).read(scope);
        Memberships memberships = new Memberships(
                records,
                events,
                new Matches(connection, records, events),
                Sessions.attended(connection, records),
                Sessions.randomised(connection, records));
        long asOf = ChronoUnit.MICROS.between(Instant.EPOCH, question.asOf());
        long window = question.windowDays() * NumberedEvents.DAY;
        for (int person = 0; person < records.people(); person++) {
            memberships.follow(person, Math.min(asOf, records.leftAt(person)) - window);
        }
        return memberships;
    }
}
