package org.rapport.events.session;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of a session. */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "title": "Working group A", "type": "PEER_ASSIST", "startsAt": "2026-03-01T09:00:00Z", "endsAt": "2026-03-01T12:00:00Z", "allocation": "RANDOMISED"}""")
public record SessionRequest(
        @NotNull UUID eventId,
        @NotBlank @Size(max = 300) String title,
        SessionType type,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        Allocation allocation) {

    static SessionRequest from(Session session) {
        return new SessionRequest(
                session.eventId(),
                session.title(),
                session.type(),
                session.startsAt(),
                session.endsAt(),
                session.allocation());
    }
}
