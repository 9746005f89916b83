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
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static FollowUpAnswerResponse from(FollowUpAnswer followUpAnswer) {
        return new FollowUpAnswerResponse(
                followUpAnswer.id(),
                followUpAnswer.eventId(),
                followUpAnswer.participantId(),
                followUpAnswer.days(),
                followUpAnswer.answeredAt(),
                followUpAnswer.createdAt(),
                followUpAnswer.updatedAt(),
                followUpAnswer.version());
    }
}
