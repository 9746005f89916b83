package org.rapport.events.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All sessions. */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<Session, UUID> {

    /** The event of each of these sessions that exist. */
    public Map<UUID, UUID> events(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Session::id, Session::eventId));
    }
}
