package org.rapport.kit.paging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** Finds one aggregate for a caller; what they may not see is answered like what does not exist, in the same time. */
@ApplicationScoped
public class Finder {

    private final EntityManager entityManager;

    public Finder(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    public <E extends Aggregate> E find(Class<E> type, UUID id, Condition visibility) {
        TypedQuery<E> query = entityManager.createQuery(
                "select e from " + type.getSimpleName() + " e where e.id = :id and (" + visibility.hql() + ")", type);
        query.setParameter("id", id);
        visibility.parameters().forEach(query::setParameter);
        return query.getResultStream().findFirst().orElseThrow(Problems::notFound);
    }
}
