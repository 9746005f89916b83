package org.rapport.events.encounter;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of an encounter. */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantAId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantBId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "metAt": "2026-03-01T10:20:00Z", "durationSeconds": 740, "source": "BADGE"}""")
public record EncounterRequest(
        @NotNull UUID eventId,
        @NotNull UUID participantAId,
        @NotNull UUID participantBId,
        @NotNull Instant metAt,
        @PositiveOrZero Integer durationSeconds,
        EncounterSource source) {

    /** The two in canonical order, so that a pair is one pair whoever is named first. */
    public EncounterRequest {
        if (participantAId != null
                && participantBId != null
                && participantAId.toString().compareTo(participantBId.toString()) > 0) {
            UUID first = participantBId;
            participantBId = participantAId;
            participantAId = first;
        }
    }

    static EncounterRequest from(Encounter encounter) {
        return new EncounterRequest(
                encounter.eventId(),
                encounter.participantAId(),
                encounter.participantBId(),
                encounter.metAt(),
                encounter.durationSeconds(),
                encounter.source());
    }
}
