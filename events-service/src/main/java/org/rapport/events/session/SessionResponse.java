package org.rapport.events.session;

import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.EventTime;

/**
 * A session as clients see it.
 *
 * @param timeZone the event's
 * @param startsAtLocal what clocks show there, if the time zone is known
 */
public record SessionResponse(
        UUID id,
        UUID eventId,
        String title,
        SessionType type,
        Instant startsAt,
        Instant endsAt,
        String timeZone,
        String startsAtLocal,
        String endsAtLocal,
        Allocation allocation,
        Integer capacity,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static SessionResponse from(Session session, String timeZone) {
        return new SessionResponse(
                session.id(),
                session.eventId(),
                session.title(),
                session.type(),
                session.startsAt(),
                session.endsAt(),
                timeZone,
                EventTime.localOf(session.startsAt(), timeZone),
                EventTime.localOf(session.endsAt(), timeZone),
                session.allocation(),
                session.capacity(),
                session.createdAt(),
                session.updatedAt(),
                session.version());
    }
}
