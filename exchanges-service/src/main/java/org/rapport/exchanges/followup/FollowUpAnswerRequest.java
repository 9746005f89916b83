package org.rapport.exchanges.followup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of a follow-up answer.
 *
 * @param answer absent if only the time is known
 */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "days": 90, "answeredAt": "2026-06-01T08:00:00Z", "answer": "NONE"}""")
public record FollowUpAnswerRequest(
        @NotNull UUID eventId,
        @NotNull UUID participantId,
        @NotNull @Min(1) @Max(3650) Integer days,
        @NotNull Instant answeredAt,
        Answer answer) {

    static FollowUpAnswerRequest from(FollowUp followUp) {
        return new FollowUpAnswerRequest(
                followUp.eventId(),
                followUp.participantId(),
                followUp.days(),
                followUp.answeredAt(),
                followUp.answer());
    }

    FollowUpAnswerRequest of(UUID participant) {
        return new FollowUpAnswerRequest(eventId, participant, days, answeredAt, answer);
    }

    FollowUpAnswerRequest with(Answer other) {
        return new FollowUpAnswerRequest(eventId, participantId, days, answeredAt, other);
    }
}
