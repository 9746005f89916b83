package org.rapport.events.encounter;

import java.time.Instant;
import java.util.UUID;

/** An encounter as clients see it. */
public record EncounterResponse(
        UUID id,
        UUID eventId,
        UUID participantAId,
        UUID participantBId,
        Instant metAt,
        Integer durationSeconds,
        EncounterSource source,
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
                encounter.createdAt(),
                encounter.updatedAt(),
                encounter.version());
    }
}
