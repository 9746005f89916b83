package org.rapport.kit.replica;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Tells whether things of other services exist. */
@ApplicationScoped
public class References {

    private final EntityManager entityManager;
    private final ReplicaConfig config;
    private final OwnerClient owners;

    public References(EntityManager entityManager, ReplicaConfig config, OwnerClient owners) {
        this.entityManager = entityManager;
        this.config = config;
        this.owners = owners;
    }

    /**
     * Those of the ids that name nothing: unknown to the replica and, asked once for all of them, to the owner. Throws a
     * 503 if the owner would have to be asked and cannot be reached.
     */
    public Set<UUID> missing(String kind, Collection<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeIf(Objects::isNull);
        if (missing.isEmpty()) {
            return missing;
        }
        Set<UUID> gone = new HashSet<>();
        List<Object[]> replicated = entityManager
                .createQuery(
                        "select r.id, r.gone from ReplicatedReference r where r.kind = :kind and r.id in :ids",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("ids", Set.copyOf(missing))
                .getResultList();
        for (Object[] row : replicated) {
            missing.remove(row[0]);
            if ((Boolean) row[1]) {
                gone.add((UUID) row[0]);
            }
        }
        if (!missing.isEmpty()) {
            missing.removeAll(owners.known(config.kinds().get(kind), kind, missing));
        }
        missing.addAll(gone);
        return missing;
    }
}
