package org.rapport.participants.participant;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.paging.Condition;
import org.rapport.participants.Visibility;

/** All participants. */
@ApplicationScoped
public class Participants implements PanacheRepositoryBase<Participant, UUID> {

    private final Visibility visibility;

    public Participants(Visibility visibility) {
        this.visibility = visibility;
    }

    /** Those of the ids that name nobody who takes part, or nobody the caller may know of. */
    public Set<UUID> unknown(Collection<UUID> ids) {
        Set<UUID> unknown = new HashSet<>(ids);
        if (unknown.isEmpty()) {
            return unknown;
        }
        Condition visible = visibility.byParticipant("id");
        TypedQuery<UUID> query = getEntityManager()
                .createQuery(
                        "select e.id from Participant e where e.id in :ids and e.status = :active and (" + visible.hql()
                                + ")",
                        UUID.class)
                .setParameter("ids", unknown)
                .setParameter("active", ParticipantStatus.ACTIVE);
        visible.parameters().forEach(query::setParameter);
        List<UUID> known = query.getResultList();
        known.forEach(unknown::remove);
        return unknown;
    }

    /** Who has which of these values of a field that nobody shares; more can be put in. */
    Map<String, UUID> owners(String field, Collection<String> values) {
        Map<String, UUID> owners = new HashMap<>();
        if (!values.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "select e." + field + ", e.id from Participant e where e." + field + " in :values",
                            Object[].class)
                    .setParameter("values", values)
                    .getResultStream()
                    .forEach(row -> owners.put((String) row[0], (UUID) row[1]));
        }
        return owners;
    }
}
