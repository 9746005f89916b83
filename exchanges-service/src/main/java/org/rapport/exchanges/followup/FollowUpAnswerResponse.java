package org.rapport.exchanges.followup;

import java.time.Instant;
import java.util.UUID;

/** A follow-up answer as clients see it. */
public record FollowUpAnswerResponse(
        UUID id,
        UUID eventId,
        UUID participantId,
        Integer days,
        Instant answeredAt,
        Answer answer,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static FollowUpAnswerResponse from(FollowUp followUp) {
        return new FollowUpAnswerResponse(
                followUp.id(),
                followUp.eventId(),
                followUp.participantId(),
                followUp.days(),
                followUp.answeredAt(),
                followUp.answer(),
                followUp.createdAt(),
                followUp.updatedAt(),
                followUp.version());
    }
}
