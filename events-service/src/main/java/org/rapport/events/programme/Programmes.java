package org.rapport.events.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** All programmes. */
@ApplicationScoped
public class Programmes implements PanacheRepositoryBase<Programme, UUID> {

    /** Those of the ids that no programme has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        if (!missing.isEmpty()) {
            getEntityManager()
                    .createQuery("select e.id from Programme e where e.id in :ids", UUID.class)
                    .setParameter("ids", Set.copyOf(missing))
                    .getResultList()
                    .forEach(missing::remove);
        }
        return missing;
    }
}
