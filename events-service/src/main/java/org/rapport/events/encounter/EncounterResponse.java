package org.rapport.events.encounter;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An encounter as clients see it. */
public record EncounterResponse(
        UUID id,
        UUID eventId,
        UUID participantAId,
        UUID participantBId,
        Instant metAt,
        Integer durationSeconds,
        EncounterSource source,

        @Schema(description = "Whether one of the two has no attendance of the event that says PRESENT or PARTIAL, now")
        boolean unattended,

        Instant createdAt,
        Instant updatedAt,
        long version) {

    static EncounterResponse from(Encounter encounter) {
        return new EncounterResponse(
                encounter.id(),
                encounter.eventId(),
                encounter.participantAId(),
                encounter.participantBId(),
                encounter.metAt(),
                encounter.durationSeconds(),
                encounter.source(),
                encounter.unattended(),
                encounter.createdAt(),
                encounter.updatedAt(),
                encounter.version());
    }
}
