package org.rapport.events.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.events.event.EventTime;

/**
 * What a client says of a session.
 *
 * @param allocation how people come to be in it; allocating them sets it
 * @param capacity how many there is room for; absent, for everybody
 */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "title": "Working group A", "type": "PEER_ASSIST", "startsAt": "2026-03-01T09:00:00Z", "endsAt": "2026-03-01T12:00:00Z", "allocation": "OPEN", "capacity": 12}""")
public record SessionRequest(
        @NotNull UUID eventId,
        @NotBlank @Size(max = 300) String title,
        SessionType type,
        @NotNull EventTime startsAt,
        @NotNull EventTime endsAt,
        Allocation allocation,
        @PositiveOrZero Integer capacity) {

    static SessionRequest from(Session session) {
        return new SessionRequest(
                session.eventId(),
                session.title(),
                session.type(),
                EventTime.of(session.startsAt()),
                EventTime.of(session.endsAt()),
                session.allocation(),
                session.capacity());
    }

    SessionRequest at(EventTime start, EventTime end) {
        return new SessionRequest(eventId, title, type, start, end, allocation, capacity);
    }
}
