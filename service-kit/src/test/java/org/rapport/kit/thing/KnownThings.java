package org.rapport.kit.thing;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.rapport.kit.replica.ReferenceSource;

/** What others may refer to here. */
@Singleton
class KnownThings implements ReferenceSource {

    private final EntityManager entityManager;

    KnownThings(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    public String kind() {
        return "thing";
    }

    @Override
    public Collection<UUID> known(Collection<UUID> ids) {
        return entityManager
                .createQuery("select t.id from Thing t where t.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
