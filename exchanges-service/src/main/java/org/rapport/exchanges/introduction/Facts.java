package org.rapport.exchanges.introduction;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.rapport.kit.replica.References;

/** What is known here of people beyond that they exist. */
@Singleton
public class Facts {

    private final EntityManager entityManager;
    private final References references;

    Facts(EntityManager entityManager, References references) {
        this.entityManager = entityManager;
        this.references = references;
    }

    /**
     * Those who let nobody see their profile, as far as is known. Until the end of the transaction the others do; whoever
     * follows a withdrawal finds what this transaction is about to write.
     */
    Set<UUID> notSharing(Collection<UUID> participants) {
        Set<UUID> not = new HashSet<>(participants);
        if (!not.isEmpty()) {
            entityManager
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "select participant_id from profile_sharing where participant_id in (:ids) and shared"
                                    + " order by participant_id for share",
                            UUID.class)
                    .setParameter("ids", not)
                    .getResultList()
                    .forEach(not::remove);
        }
        return not;
    }

    /** Whose these needs and offers are, under the id that they have now; those of which that is not known yet are absent. */
    public Map<UUID, UUID> holders(Collection<UUID> ids) {
        Set<UUID> asked = ids.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return new HashMap<>();
        }
        List<Object[]> rows = entityManager
                .unwrap(Session.class)
                .createNativeQuery(
                        "select id, participant_id from holder where id in (:ids) and participant_id is not null",
                        Object[].class)
                .setParameter("ids", asked)
                .getResultList();
        Map<UUID, UUID> holders = new HashMap<>();
        rows.forEach(row -> holders.put((UUID) row[0], (UUID) row[1]));
        Map<UUID, UUID> successors = references.successors("participant", Set.copyOf(holders.values()));
        holders.replaceAll((id, holder) -> successors.getOrDefault(holder, holder));
        return holders;
    }
}
