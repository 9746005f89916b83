package org.rapport.kit.replica;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** Tells whether things of other services exist. */
@ApplicationScoped
public class References {

    private static final String SUCCESSORS = """
            with recursive chain (id, last) as (
                select id, successor from reference_replica
                 where kind = :kind and id in (:ids) and successor is not null
                union
                select c.id, r.successor
                  from chain c join reference_replica r on r.kind = :kind and r.id = c.last
                 where r.successor is not null)
            select id, last from chain
             where not exists (select from reference_replica r
                                where r.kind = :kind and r.id = chain.last and r.successor is not null)""";

    private final EntityManager entityManager;
    private final ReplicaConfig config;
    private final OwnerClient owners;

    public References(EntityManager entityManager, ReplicaConfig config, OwnerClient owners) {
        this.entityManager = entityManager;
        this.config = config;
        this.owners = owners;
    }

    /**
     * Those of the ids that name nothing: gone or unknown to the replica and, asked once for all of them, to the owner.
     * Throws a 503 if the owner would have to be asked and cannot be reached.
     *
     * <p>Until the end of the transaction, what happens to the others is not followed: whoever follows an erasure finds
     * what this transaction is about to write.
     */
    public Set<UUID> missing(String kind, Collection<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeIf(Objects::isNull);
        if (missing.isEmpty()) {
            return missing;
        }
        Map<UUID, Boolean> gone = hold(kind, missing);
        Set<UUID> unseen = new HashSet<>(missing);
        unseen.removeAll(gone.keySet());
        if (!unseen.isEmpty()) {
            Set<UUID> known = owners.known(config.kinds().get(kind), kind, unseen);
            if (!known.isEmpty()) {
                replicate(kind, known);
                gone.putAll(hold(kind, known));
            }
        }
        missing.removeIf(id -> Boolean.FALSE.equals(gone.get(id)));
        return missing;
    }

    /** Which of the ids the replica holds, and whether they are gone; always in one order, so that no two wait in a ring. */
    private Map<UUID, Boolean> hold(String kind, Collection<UUID> ids) {
        List<Object[]> rows = entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id, gone from reference_replica where kind = :kind and id in (:ids) order by id for key share",
                        Object[].class)
                .setParameter("kind", kind)
                .setParameter("ids", ids)
                .getResultList();
        Map<UUID, Boolean> gone = new HashMap<>();
        rows.forEach(row -> gone.put((UUID) row[0], (Boolean) row[1]));
        return gone;
    }

    /** Makes room for the owner's events, which are newer, so that there is a row to hold; at once, to keep nobody waiting. */
    private void replicate(String kind, Collection<UUID> ids) {
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery("insert into reference_replica (kind, id, version, gone)"
                        + " select :kind, id, -1, false from unnest(:ids) id order by id on conflict do nothing")
                .setParameter("kind", kind)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .executeUpdate());
    }

    /** For those of the ids that were merged, what took their place in the end. */
    public Map<UUID, UUID> successors(String kind, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entityManager
                .unwrap(Session.class)
                .createNativeQuery(SUCCESSORS, Object[].class)
                .setParameter("kind", kind)
                .setParameter("ids", ids)
                .getResultList();
        Map<UUID, UUID> successors = new HashMap<>();
        rows.forEach(row -> successors.put((UUID) row[0], (UUID) row[1]));
        return successors;
    }
}
