package org.rapport.events.allocation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.events.session.Session;

/** All allocations. */
@ApplicationScoped
class Allocations implements PanacheRepositoryBase<Allocation, UUID> {

    private final Eligible eligible;

    Allocations(Eligible eligible) {
        this.eligible = eligible;
    }

    List<Allocation> ofSessions(Collection<UUID> ids) {
        return list("sessionId in ?1", ids);
    }

    List<Allocation> of(Collection<UUID> sessions, Collection<UUID> participants) {
        return list("sessionId in ?1 and participantId in ?2", sessions, participants);
    }

    /** How things stand in these sessions and their events, as far as it matters for these participants. */
    Rooms rooms(Map<UUID, Session> sessions, Set<UUID> events, Set<UUID> participants) {
        Map<UUID, Long> taken = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select a.sessionId, count(a) from Allocation a where a.sessionId in :sessions"
                                + " group by a.sessionId",
                        Object[].class)
                .setParameter("sessions", sessions.keySet())
                .getResultList()
                .forEach(row -> taken.put((UUID) row[0], (Long) row[1]));
        Rooms rooms = new Rooms(eligible.among(events, participants), taken);
        getEntityManager()
                .createQuery(
                        "select a.participantId, s from Allocation a join Session s on s.id = a.sessionId"
                                + " where a.eventId in :events and a.participantId in :participants",
                        Object[].class)
                .setParameter("events", events)
                .setParameter("participants", participants)
                .getResultList()
                .forEach(row -> rooms.add((UUID) row[0], (Session) row[1]));
        return rooms;
    }
}
