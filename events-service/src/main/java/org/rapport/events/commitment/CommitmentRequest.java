package org.rapport.events.commitment;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of a commitment. */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "statedAt": "2026-03-02T17:00:00Z"}""")
public record CommitmentRequest(
        @NotNull UUID eventId,
        @NotNull UUID participantId,
        UUID counterpartId,
        @NotNull Instant statedAt) {

    static CommitmentRequest from(Commitment commitment) {
        return new CommitmentRequest(
                commitment.eventId(), commitment.participantId(), commitment.counterpartId(), commitment.statedAt());
    }
}
