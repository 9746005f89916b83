package org.rapport.exchanges;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import org.rapport.kit.replica.ReferenceSource;

/** What other services may refer to here. */
final class KnownReferences {

    private KnownReferences() {}

    @Produces
    @Singleton
    static ReferenceSource exchanges(EntityManager entityManager) {
        return new Exchanges(entityManager);
    }

    private record Exchanges(EntityManager entityManager) implements ReferenceSource {

        @Override
        public String kind() {
            return "exchange";
        }

        @Override
        public Collection<UUID> known(Collection<UUID> ids) {
            return entityManager
                    .createQuery("select e.id from Exchange e where e.id in :ids", UUID.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
    }
}
