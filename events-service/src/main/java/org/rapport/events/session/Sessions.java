package org.rapport.events.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** All of these events, kept from every other change until the end of the transaction. */
    List<Session> ofEvents(Collection<UUID> events) {
        return find("eventId in ?1 order by id", events)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** How many are to be in those of the sessions in which anybody is. */
    Map<UUID, Long> allocated(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery(
                        "select a.sessionId, count(a) from Allocation a where a.sessionId in :ids group by a.sessionId",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** The events of those of the ids that are sessions; of those nothing else is read. */
    public Set<UUID> eventsOf(Collection<UUID> ids) {
        return Set.copyOf(getEntityManager()
                .createQuery("select distinct s.eventId from Session s where s.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultList());
    }

    /** Those of the ids that are sessions. */
    public Map<UUID, Session> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Session::id, Function.identity()));
    }

    /** The event of each of these sessions that exist. */
    public Map<UUID, UUID> events(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Session::id, Session::eventId));
    }
}
