package org.rapport.events.session;

import java.time.Instant;
import java.util.UUID;

/** A session as clients see it. */
public record SessionResponse(
        UUID id,
        UUID eventId,
        String title,
        SessionType type,
        Instant startsAt,
        Instant endsAt,
        Allocation allocation,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static SessionResponse from(Session session) {
        return new SessionResponse(
                session.id(),
                session.eventId(),
                session.title(),
                session.type(),
                session.startsAt(),
                session.endsAt(),
                session.allocation(),
                session.createdAt(),
                session.updatedAt(),
                session.version());
    }
}
