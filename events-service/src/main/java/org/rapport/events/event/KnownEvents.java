package org.rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.rapport.kit.replica.ReferenceSource;

/** Tells other services which events they may refer to. */
@ApplicationScoped
class KnownEvents implements ReferenceSource {

    private final Events events;

    KnownEvents(Events events) {
        this.events = events;
    }

    @Override
    public String kind() {
        return "event";
    }

    @Override
    public Collection<UUID> known(Collection<UUID> ids) {
        return events.byId(ids).keySet();
    }
}
