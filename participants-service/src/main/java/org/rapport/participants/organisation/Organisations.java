package org.rapport.participants.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All organisations. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, UUID> {

    /** Those of the ids that no organisation has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        if (!missing.isEmpty()) {
            List<UUID> known = getEntityManager()
                    .createQuery("select o.id from Organisation o where o.id in :ids", UUID.class)
                    .setParameter("ids", missing)
                    .getResultList();
            known.forEach(missing::remove);
        }
        return missing;
    }
}
