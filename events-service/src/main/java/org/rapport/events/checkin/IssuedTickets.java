package org.rapport.events.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.UUID;
import org.rapport.events.Visibility;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.problem.Problems;

/** Gives those who are registered their tickets, whatever comes of the registration: that is asked at the door. */
@ApplicationScoped
class IssuedTickets {

    private final EntityManager entityManager;
    private final Visibility visibility;
    private final CheckInConfig config;

    IssuedTickets(EntityManager entityManager, Visibility visibility, CheckInConfig config) {
        this.entityManager = entityManager;
        this.visibility = visibility;
        this.config = config;
    }

    /** Of a registration that the caller may see. */
    Ticket ofRegistration(UUID id) {
        Condition visible = visibility.byParticipant("participantId");
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select e.eventId, e.participantId, v.endsAt from Registration e join Event v on v.id = e.eventId"
                                + " where e.id = :id and (" + visible.hql() + ")",
                        Object[].class)
                .setParameter("id", id);
        visible.parameters().forEach(query::setParameter);
        return query.getResultStream()
                .findFirst()
                .map(row -> new Ticket((UUID) row[0], (UUID) row[1], ((Instant) row[2]).plus(config.goodAfterEvent())))
                .orElseThrow(Problems::notFound);
    }
}
