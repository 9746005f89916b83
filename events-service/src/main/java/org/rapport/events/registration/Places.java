package org.rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.rapport.events.event.EventPlaces;
import org.rapport.events.event.Events;

/** The places of events: how many are taken, who waits for one, and in which order. */
@ApplicationScoped
class Places {

    /** Whoever registered first is first. */
    private static final String QUEUE = """
            select id, event_id, row_number() over (
                       partition by event_id order by coalesce(registered_at, created_at), id) as place
              from registration
             where status = 'WAITLISTED' and event_id in (:events)""";

    private final EntityManager entityManager;
    private final Events events;

    Places(EntityManager entityManager, Events events) {
        this.entityManager = entityManager;
        this.events = events;
    }

    /** The tallies of those of the events that exist, which nobody else changes until the end of the transaction. */
    Map<UUID, Tally> lock(Collection<UUID> eventIds) {
        Map<UUID, EventPlaces> places = events.lockPlaces(eventIds);
        return tallies(places, places.keySet());
    }

    /** As {@link #lock}, without counting where there are places for everybody: a file may have a million of them. */
    Map<UUID, Tally> lockForFile(Collection<UUID> eventIds) {
        Map<UUID, EventPlaces> places = events.lockPlaces(eventIds);
        return tallies(
                places,
                places.keySet().stream()
                        .filter(id -> places.get(id).capacity() != null)
                        .toList());
    }

    private Map<UUID, Tally> tallies(Map<UUID, EventPlaces> places, Collection<UUID> counted) {
        Map<UUID, Map<String, Long>> counts = counted.isEmpty() ? Map.of() : counts(counted);
        Map<UUID, Tally> tallies = new HashMap<>();
        places.forEach((id, event) -> {
            Map<String, Long> count = counts.getOrDefault(id, Map.of());
            tallies.put(
                    id, new Tally(event, count.getOrDefault("CONFIRMED", 0L), count.getOrDefault("WAITLISTED", 0L)));
        });
        return tallies;
    }

    private Map<UUID, Map<String, Long>> counts(Collection<UUID> eventIds) {
        Map<UUID, Map<String, Long>> counts = new HashMap<>();
        entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select event_id, status, count(*) from registration"
                                + " where event_id in (:events) and status in ('CONFIRMED', 'WAITLISTED')"
                                + " group by event_id, status",
                        Object[].class)
                .setParameter("events", Set.copyOf(eventIds))
                .getResultList()
                .forEach(row -> counts.computeIfAbsent((UUID) row[0], id -> new HashMap<>())
                        .put((String) row[1], (Long) row[2]));
        return counts;
    }

    /**
     * Whose turn it is: as many of each event's waiting list as there are places free.
     *
     * @param other than this one, who has just left a place
     */
    Set<UUID> next(Map<UUID, Tally> tallies, UUID other) {
        long most = tallies.values().stream().mapToLong(Tally::toPromote).max().orElse(0);
        if (most == 0) {
            return Set.of();
        }
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id, event_id, place from (" + QUEUE
                                + " and id <> :other) queue where place <= :most order by place",
                        Object[].class)
                .setParameter("events", tallies.keySet())
                .setParameter("other", other)
                .setParameter("most", most)
                .getResultList()
                .stream()
                .filter(row -> (Long) row[2] <= tallies.get((UUID) row[1]).toPromote())
                .map(row -> (UUID) row[0])
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The places in the queue, beginning with 1, of those of the registrations that wait. */
    Map<UUID, Long> inQueue(Collection<Registration> registrations) {
        List<Registration> waiting = registrations.stream()
                .filter(registration -> registration.status() == RegistrationStatus.WAITLISTED)
                .toList();
        Map<UUID, Long> places = new HashMap<>();
        if (!waiting.isEmpty()) {
            entityManager
                    .unwrap(Session.class)
                    .createNativeQuery("select id, place from (" + QUEUE + ") queue where id in (:ids)", Object[].class)
                    .setParameter(
                            "events",
                            waiting.stream().map(Registration::eventId).collect(Collectors.toSet()))
                    .setParameter("ids", waiting.stream().map(Registration::id).toList())
                    .getResultList()
                    .forEach(row -> places.put((UUID) row[0], (Long) row[1]));
        }
        return places;
    }
}
