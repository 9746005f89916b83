package org.rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** What depends on an event: features beyond this one, which it sees as numbers only. */
@ApplicationScoped
class Dependents {

    private final EntityManager entityManager;

    Dependents(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** From the beginning of the first of some sessions to the end of the last. */
    record Span(Instant from, Instant to) {}

    /** How many have a place, for those of the events at which anybody does. */
    Map<UUID, Long> confirmed(Collection<UUID> events) {
        Map<UUID, Long> confirmed = new HashMap<>();
        if (!events.isEmpty()) {
            entityManager
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select event_id, count(*) from registration"
                                    + " where status = 'CONFIRMED' and event_id in (:events) group by event_id",
                            Object[].class)
                    .setParameter("events", events)
                    .getResultList()
                    .forEach(row -> confirmed.put((UUID) row[0], (Long) row[1]));
        }
        return confirmed;
    }

    /** When there are sessions, for those of the events that have any. */
    Map<UUID, Span> sessions(Collection<UUID> events) {
        Map<UUID, Span> sessions = new HashMap<>();
        if (!events.isEmpty()) {
            entityManager
                    .createQuery(
                            "select s.eventId, min(s.startsAt), max(s.endsAt) from Session s"
                                    + " where s.eventId in :events group by s.eventId",
                            Object[].class)
                    .setParameter("events", events)
                    .getResultList()
                    .forEach(row -> sessions.put((UUID) row[0], new Span((Instant) row[1], (Instant) row[2])));
        }
        return sessions;
    }

    /** Some events that are over, at which somebody was present, and of which nobody has said that they were held. */
    List<UUID> attendedAndOver(int limit) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery("""
                        select e.id from event e
                         where e.status = 'SCHEDULED' and e.ends_at < now()
                           and exists (select from attendance a
                                        where a.event_id = e.id and a.status in ('PRESENT', 'PARTIAL'))
                         order by e.ends_at limit :limit
                           for no key update skip locked""", UUID.class)
                .setParameter("limit", limit)
                .getResultList();
    }
}
