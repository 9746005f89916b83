package org.rapport.reporting.network;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.RecordsQuery;

/** Reads who attended the events of a selection. */
final class GrowthQuery {

    /**
     * An event that somebody attended.
     *
     * @param attendees with consent to research
     * @param others without
     */
    record Event(Instant startsAt, Instant endsAt, long attendees, long others) {}

    /** Takes an attendance. */
    @FunctionalInterface
    interface Attendances {
        void add(UUID event, UUID participant);
    }

    private final NumberedEvents events;
    private final Records records;

    GrowthQuery(Connection connection, NetworkQuestion question, ScopedEvents scope) throws SQLException {
        events = NumberedEvents.held(connection, scope, false, question.asOf());
        records = new RecordsQuery(connection, events, question.asOf())
                .read(question.filter().takesAll() ? null : scope.heldIds());
    }

    /** Those that anybody attended. */
    Map<UUID, Event> events() {
        long[] attendees = new long[events.size()];
        long[] others = new long[events.size()];
        for (int person = 0; person < records.people(); person++) {
            for (int at = records.first(person); at < records.end(person); at++) {
                if (records.attended(at)) {
                    (records.consents(person) ? attendees : others)[records.event(at)]++;
                }
            }
        }
        Map<UUID, Event> attended = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            if (attendees[event] + others[event] > 0) {
                attended.put(
                        events.id(event),
                        new Event(
                                instant(events.startsAt(event)),
                                instant(events.endsAt(event)),
                                attendees[event],
                                others[event]));
            }
        }
        return attended;
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }

    void attendances(Attendances attendances) {
        for (int person = 0; person < records.people(); person++) {
            for (int at = records.first(person); at < records.end(person); at++) {
                if (records.attended(at)) {
                    attendances.add(events.id(records.event(at)), records.id(person));
                }
            }
        }
    }
}
