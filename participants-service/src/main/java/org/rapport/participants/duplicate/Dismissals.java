package org.rapport.participants.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;
import org.rapport.kit.validation.Checks;

/** Remembers which pairs are two people, however alike. */
@ApplicationScoped
public class Dismissals {

    private final EntityManager entityManager;
    private final Checks checks;
    private final Caller caller;

    Dismissals(EntityManager entityManager, Checks checks, Caller caller) {
        this.entityManager = entityManager;
        this.checks = checks;
        this.caller = caller;
    }

    void dismiss(DismissalRequest request) {
        checks.of(request).throwIfAny();
        List<UUID> pair = request.participantIds();
        if (pair.get(0).equals(pair.get(1))) {
            throw Problems.invalid("/participantIds/1", "SAME_PARTICIPANT", "Nobody is somebody else");
        }
        List<?> known = entityManager
                .createNativeQuery(
                        "select id from participant where id in (:pair) and status = 'ACTIVE' order by id for key share")
                .setParameter("pair", Set.copyOf(pair))
                .getResultList();
        if (known.size() < pair.size()) {
            throw Problems.invalid("/participantIds", "PARTICIPANT_UNKNOWN", "There is no such participant");
        }
        entityManager
                .createNativeQuery("insert into distinct_pair (one_id, other_id, dismissed_by)"
                        + " values (least(:one, :other), greatest(:one, :other), :by) on conflict do nothing")
                .setParameter("one", pair.get(0))
                .setParameter("other", pair.get(1))
                .setParameter("by", caller.subject())
                .executeUpdate();
    }

    /** Forgets what was said of people who are erased. */
    public void forget(Collection<UUID> erased) {
        entityManager
                .createNativeQuery("delete from distinct_pair where one_id in (:erased) or other_id in (:erased)")
                .setParameter("erased", erased)
                .executeUpdate();
    }
}
