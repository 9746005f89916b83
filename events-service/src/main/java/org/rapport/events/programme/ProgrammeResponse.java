package org.rapport.events.programme;

import java.time.Instant;
import java.util.UUID;

/** A programme as clients see it. */
public record ProgrammeResponse(UUID id, String title, Instant createdAt, Instant updatedAt, long version) {

    static ProgrammeResponse from(Programme programme) {
        return new ProgrammeResponse(
                programme.id(), programme.title(), programme.createdAt(), programme.updatedAt(), programme.version());
    }
}
