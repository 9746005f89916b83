package org.rapport.exchanges.outcome;

import java.time.Instant;
import java.util.UUID;

/** An outcome as clients see it, with the two whose exchange led to it. */
public record OutcomeResponse(
        UUID id,
        UUID exchangeId,
        UUID participantAId,
        UUID participantBId,
        OutcomeLevel level,
        String text,
        String evidenceUrl,
        Instant observedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static OutcomeResponse from(Outcome outcome) {
        return new OutcomeResponse(
                outcome.id(),
                outcome.exchangeId(),
                outcome.pair().get(0),
                outcome.pair().get(1),
                outcome.level(),
                outcome.text(),
                outcome.evidenceUrl(),
                outcome.observedAt(),
                outcome.createdAt(),
                outcome.updatedAt(),
                outcome.version());
    }
}
