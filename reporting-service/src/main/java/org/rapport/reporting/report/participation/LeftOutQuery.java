package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;

/** Counts who is left out. */
public final class LeftOutQuery {

    private static final NamedQuery RECORDED = new NamedQuery("""
            select count(*) as pairs, count(distinct participant_id) as people
              from (select event_id, participant_id from attendance where event_id = any(:events)
                    union
                    select event_id, participant_id
                      from registration where event_id = any(:events) and status = 'CONFIRMED') recorded
            """);

    private LeftOutQuery() {}

    /** @param records of the events that were held, among others */
    static LeftOut read(
            Connection connection,
            ScopedEvents scope,
            Records records,
            NumberedEvents events,
            PeopleCount notIndexEvent)
            throws SQLException {
        long noConsent = 0;
        long noConsentPeople = 0;
        long notAttended = 0;
        long notAttendedPeople = 0;
        for (int person = 0; person < records.people(); person++) {
            int all = 0;
            int absent = 0;
            for (int at = records.first(person); at < records.end(person); at++) {
                if (events.isScoped(records.event(at))) {
                    all++;
                    absent += records.attended(at) ? 0 : 1;
                }
            }
            if (!records.consents(person)) {
                noConsent += all;
                noConsentPeople += all > 0 ? 1 : 0;
            } else {
                notAttended += absent;
                notAttendedPeople += absent > 0 ? 1 : 0;
            }
        }
        Pairs notHeld = pairs(
                connection,
                scope.events().stream()
                        .filter(event -> !event.held())
                        .map(ScopedEvent::id)
                        .toList());
        return new LeftOut(
                notHeld.pairs(),
                notHeld.people(),
                noConsent,
                noConsentPeople,
                notAttended,
                notAttendedPeople,
                notIndexEvent);
    }

    /** Pairs of participant and event, and of how many people. */
    public record Pairs(long pairs, long people) {}

    /** Who was to be at some events. */
    public static Pairs pairs(Connection connection, List<UUID> events) throws SQLException {
        try (PreparedStatement statement = RECORDED.with("events", events).prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Pairs(row.getLong("pairs"), row.getLong("people"));
        }
    }
}
