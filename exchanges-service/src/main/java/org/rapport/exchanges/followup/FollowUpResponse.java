package org.rapport.exchanges.followup;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A follow-up as clients see it.
 *
 * @param obstacle what is in the way of asking, if anything is
 * @param closesAt until when it can be answered by the link
 */
@Schema(examples = """
                {"id": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "eventId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0",
                 "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "days": 90, "status": "SENT", "obstacle": null,
                 "dueAt": "2026-06-01T16:00:00Z", "sentAt": "2026-06-01T16:00:04Z", "closesAt": "2026-07-01T16:00:04Z",
                 "answeredAt": null, "answer": null, "createdAt": "2026-03-03T16:05:00Z",
                 "updatedAt": "2026-06-01T16:00:05Z", "version": 1}""")
public record FollowUpResponse(
        UUID id,
        UUID eventId,
        UUID participantId,
        Integer days,
        FollowUpStatus status,
        Obstacle obstacle,
        Instant dueAt,
        Instant sentAt,
        Instant closesAt,
        Instant answeredAt,
        Answer answer,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static FollowUpResponse from(FollowUp followUp) {
        return new FollowUpResponse(
                followUp.id(),
                followUp.eventId(),
                followUp.participantId(),
                followUp.days(),
                followUp.status(),
                followUp.obstacle(),
                followUp.dueAt(),
                followUp.sentAt(),
                followUp.closesAt(),
                followUp.answeredAt(),
                followUp.answer(),
                followUp.createdAt(),
                followUp.updatedAt(),
                followUp.version());
    }
}
