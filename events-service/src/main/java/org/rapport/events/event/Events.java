package org.rapport.events.event;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All events. */
@ApplicationScoped
public class Events implements PanacheRepositoryBase<Event, UUID> {

    /** Those of the ids that no event has. */
    public Set<UUID> missing(Collection<UUID> ids) {
        Set<UUID> missing = new HashSet<>(ids);
        if (!missing.isEmpty()) {
            getEntityManager()
                    .createQuery("select e.id from Event e where e.id in :ids", UUID.class)
                    .setParameter("ids", Set.copyOf(missing))
                    .getResultList()
                    .forEach(missing::remove);
        }
        return missing;
    }

    /** Those of the ids that are events. */
    public Map<UUID, Event> byId(Collection<UUID> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(Event::id, Function.identity()));
    }
}
