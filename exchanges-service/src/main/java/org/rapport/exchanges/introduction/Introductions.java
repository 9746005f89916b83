package org.rapport.exchanges.introduction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All introductions. */
@ApplicationScoped
public class Introductions {

    private final EntityManager entityManager;

    public Introductions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Who is introduced by these, in canonical order; those that do not exist are absent. */
    public Map<UUID, List<UUID>> pairs(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entityManager
                        .createQuery(
                                "select e.id, e.participantAId, e.participantBId from Introduction e where e.id in :ids",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> List.of((UUID) row[1], (UUID) row[2])));
    }
}
