package org.rapport.events.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.events.event.EventStatus;
import org.rapport.events.registration.RegistrationStatus;
import org.rapport.kit.json.Times;
import org.rapport.kit.paging.Condition;

/** Finds what belongs into a calendar. */
@ApplicationScoped
class Entries {

    private static final String EVENTS = "select e.id, e.version, e.createdAt, e.updatedAt, e.title, e.purpose, e.city,"
            + " e.country, e.timeZone, e.startsAt, e.endsAt, e.status from Event e where %s order by e.startsAt, e.id";

    private static final String SESSIONS = "select s.id, s.version, s.createdAt, s.updatedAt, s.title, e.title, e.city,"
            + " e.country, e.timeZone, s.startsAt, s.endsAt, e.status, e.id, e.version, e.updatedAt"
            + " from Session s join Event e on e.id = s.eventId where %s order by s.startsAt, s.id";

    private static final String CONFIRMED_FOR =
            "e.id in (select r.eventId from Registration r where r.participantId = :participant and r.status = :confirmed)";

    /** Sessions that everybody may go to, those that they are allocated to, and those that they were seen in. */
    private static final String OF_THEIRS = CONFIRMED_FOR + " and (s.allocation is null or str(s.allocation) = 'OPEN'"
            + " or s.id in (select x.sessionId from Allocation x where x.participantId = :participant)"
            + " or s.id in (select a.sessionId from Attendance a where a.participantId = :participant))";

    private final EntityManager entityManager;

    Entries(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** An event and its sessions. */
    List<Entry> ofEvent(UUID event) {
        Map<String, Object> values = Map.of("event", event);
        return Stream.concat(events("e.id = :event", values), sessions("e.id = :event", values))
                .toList();
    }

    /** Those events of a programme that may be shown. */
    List<Entry> ofProgramme(UUID programme, Condition visible) {
        Map<String, Object> values = new HashMap<>(visible.parameters());
        values.put("programme", programme);
        return events("e.programmeId = :programme and (" + visible.hql() + ")", values)
                .toList();
    }

    /** The events that somebody has a place at, and their sessions. */
    List<Entry> ofParticipant(UUID participant) {
        Map<String, Object> values = Map.of("participant", participant, "confirmed", RegistrationStatus.CONFIRMED);
        return Stream.concat(events(CONFIRMED_FOR, values), sessions(OF_THEIRS, values))
                .toList();
    }

    private Stream<Entry> events(String condition, Map<String, ?> values) {
        return rows(EVENTS.formatted(condition), values)
                .map(row -> new Entry(
                        Entry.Kind.EVENT,
                        (UUID) row[0],
                        (Long) row[1],
                        (Instant) row[2],
                        (Instant) row[3],
                        null,
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        (String) row[8],
                        (Instant) row[9],
                        (Instant) row[10],
                        (EventStatus) row[11]));
    }

    /** A session changes with its event, too. */
    private Stream<Entry> sessions(String condition, Map<String, ?> values) {
        return rows(SESSIONS.formatted(condition), values)
                .map(row -> new Entry(
                        Entry.Kind.SESSION,
                        (UUID) row[0],
                        (Long) row[1] + (Long) row[13],
                        (Instant) row[2],
                        Times.later((Instant) row[3], (Instant) row[14]),
                        (UUID) row[12],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        (String) row[8],
                        (Instant) row[9],
                        (Instant) row[10],
                        (EventStatus) row[11]));
    }

    private Stream<Object[]> rows(String hql, Map<String, ?> values) {
        TypedQuery<Object[]> query = entityManager.createQuery(hql, Object[].class);
        values.forEach(query::setParameter);
        return query.getResultList().stream();
    }
}
