package org.rapport.events.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** All events. */
@ApplicationScoped
public class Events implements PanacheRepositoryBase<Event, UUID> {

    /** Those of the ids that no event has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        if (!missing.isEmpty()) {
            getEntityManager()
                    .createQuery("select e.id from Event e where e.id in :ids", UUID.class)
                    .setParameter("ids", Set.copyOf(missing))
                    .getResultList()
                    .forEach(missing::remove);
        }
        return missing;
    }

    /** Those of the ids that are events, as they remain until the end of the transaction. */
    public Map<UUID, Event> held(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_READ).stream()
                .collect(Collectors.toMap(Event::id, Function.identity()));
    }

    /** Those of the ids that are events, kept from every other change until the end of the transaction. */
    List<Event> locked(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The time zone of each of these events that has one. */
    public Map<UUID, String> timeZones(Collection<UUID> ids) {
        return list("id in ?1 and timeZone is not null", ids).stream()
                .collect(Collectors.toMap(Event::id, Event::timeZone));
    }

    /**
     * What decides on the places of those of these events that exist. Whoever else asks has to wait for the end of the
     * transaction; always in one order, so that no two wait in a ring.
     */
    public Map<UUID, EventPlaces> lockPlaces(Collection<UUID> ids) {
        Map<UUID, EventPlaces> places = new HashMap<>();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id, capacity, status, registration_mode, starts_at from event where id in (:ids)"
                                + " order by id for no key update",
                        Object[].class)
                .addScalar("id", UUID.class)
                .addScalar("capacity", Integer.class)
                .addScalar("status", String.class)
                .addScalar("registration_mode", String.class)
                .addScalar("starts_at", Instant.class)
                .setParameter("ids", Set.copyOf(ids))
                .getResultList()
                .forEach(row -> places.put(
                        (UUID) row[0],
                        new EventPlaces(
                                (Integer) row[1],
                                EventStatus.valueOf((String) row[2]),
                                RegistrationMode.valueOf((String) row[3]),
                                (Instant) row[4])));
        return places;
    }

    /** Those of the ids that are events. */
    public Map<UUID, Event> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Event::id, Function.identity()));
    }
}
