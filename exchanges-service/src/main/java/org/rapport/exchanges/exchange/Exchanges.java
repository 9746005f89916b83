package org.rapport.exchanges.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** All exchanges. */
@ApplicationScoped
public class Exchanges {

    private final EntityManager entityManager;

    public Exchanges(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Between whom these are, in canonical order; those that do not exist are absent. */
    public Map<UUID, List<UUID>> pairs(Collection<UUID> ids) {
        List<UUID> asked = ids.stream().filter(Objects::nonNull).distinct().toList();
        return asked.isEmpty()
                ? new HashMap<>()
                : entityManager
                        .createQuery(
                                "select e.id, e.participantAId, e.participantBId from Exchange e where e.id in :ids",
                                Object[].class)
                        .setParameter("ids", asked)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> List.of((UUID) row[1], (UUID) row[2])));
    }
}
