package org.rapport.exchanges.introduction;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An introduction as clients see it. */
public record IntroductionResponse(
        UUID id,
        UUID participantAId,
        UUID participantBId,
        UUID eventId,
        UUID needId,
        UUID offerId,
        String topic,
        String reason,
        IntroductionStatus status,
        Instant proposedAt,
        Instant expiresAt,
        Instant metAt,
        List<SideAcceptance> answers,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static IntroductionResponse from(Introduction introduction) {
        return new IntroductionResponse(
                introduction.id(),
                introduction.participantAId(),
                introduction.participantBId(),
                introduction.eventId(),
                introduction.needId(),
                introduction.offerId(),
                introduction.topic(),
                introduction.reason(),
                introduction.status(),
                introduction.proposedAt(),
                introduction.expiresAt(),
                introduction.metAt(),
                introduction.answers(),
                introduction.createdAt(),
                introduction.updatedAt(),
                introduction.version());
    }
}
