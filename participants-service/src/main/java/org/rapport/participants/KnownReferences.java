package org.rapport.participants;

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
    static ReferenceSource participants(EntityManager entityManager) {
        return new Query(
                "participant",
                "select e.id from Participant e where e.id in :ids and e.status = ParticipantStatus.ACTIVE",
                entityManager);
    }

    @Produces
    @Singleton
    static ReferenceSource organisations(EntityManager entityManager) {
        return new Query("organisation", "select e.id from Organisation e where e.id in :ids", entityManager);
    }

    @Produces
    @Singleton
    static ReferenceSource needs(EntityManager entityManager) {
        return new Query("need", "select e.id from Need e where e.id in :ids", entityManager);
    }

    @Produces
    @Singleton
    static ReferenceSource offers(EntityManager entityManager) {
        return new Query("offer", "select e.id from Offer e where e.id in :ids", entityManager);
    }

    private record Query(String kind, String hql, EntityManager entityManager) implements ReferenceSource {
        @Override
        public Collection<UUID> known(Collection<UUID> ids) {
            return entityManager
                    .createQuery(hql, UUID.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
    }
}
