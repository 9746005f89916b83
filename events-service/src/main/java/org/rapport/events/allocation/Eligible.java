package org.rapport.events.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Who can be allocated: those with a place at the event. */
@ApplicationScoped
class Eligible {

    private final EntityManager entityManager;

    Eligible(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** A participant of an event. */
    record Of(UUID eventId, UUID participantId) {}

    List<UUID> at(UUID event) {
        return entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select participant_id from registration where event_id = :event and status = 'CONFIRMED'",
                        UUID.class)
                .setParameter("event", event)
                .getResultList();
    }

    /** Which of the participants can be allocated at which of the events. */
    Set<Of> among(Collection<UUID> events, Collection<UUID> participants) {
        Set<Of> eligible = new HashSet<>();
        entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select event_id, participant_id from registration where status = 'CONFIRMED'"
                                + " and event_id in (:events) and participant_id in (:participants)",
                        Object[].class)
                .setParameter("events", events)
                .setParameter("participants", participants)
                .getResultList()
                .forEach(row -> eligible.add(new Of((UUID) row[0], (UUID) row[1])));
        return eligible;
    }

    /** The organisation that each of them belongs to now, the first if there are several. */
    Map<UUID, UUID> organisations(Collection<UUID> participants) {
        Map<UUID, UUID> organisations = new HashMap<>();
        if (!participants.isEmpty()) {
            entityManager
                    .createQuery(
                            "select m.memberId, m.organisationId from ReplicatedMembership m where m.memberId in :ids"
                                    + " and (m.lastDay is null or m.lastDay >= local date) order by m.position",
                            Object[].class)
                    .setParameter("ids", participants)
                    .getResultList()
                    .forEach(row -> organisations.putIfAbsent((UUID) row[0], (UUID) row[1]));
        }
        return organisations;
    }
}
