package org.rapport.events.commitment;

import java.time.Instant;
import java.util.UUID;

/** A commitment as clients see it. */
public record CommitmentResponse(
        UUID id,
        UUID eventId,
        UUID participantId,
        UUID counterpartId,
        Instant statedAt,
        Promise promise,
        Instant dueAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CommitmentResponse from(Commitment commitment) {
        return new CommitmentResponse(
                commitment.id(),
                commitment.eventId(),
                commitment.participantId(),
                commitment.counterpartId(),
                commitment.statedAt(),
                commitment.promise(),
                commitment.dueAt(),
                commitment.createdAt(),
                commitment.updatedAt(),
                commitment.version());
    }
}
