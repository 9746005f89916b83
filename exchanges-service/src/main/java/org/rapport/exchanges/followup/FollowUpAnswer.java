package org.rapport.exchanges.followup;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** A participant answered the follow-up of an event: from then on, no exchange is known and not assumed. */
@Entity
public class FollowUpAnswer extends Aggregate {

    private UUID eventId;
    private UUID participantId;
    private Integer days;
    private Instant answeredAt;

    /** For Hibernate. */
    protected FollowUpAnswer() {}

    FollowUpAnswer(UUID id, FollowUpAnswerRequest request) {
        super(id);
        describe(request);
    }

    final void describe(FollowUpAnswerRequest request) {
        eventId = request.eventId();
        participantId = request.participantId();
        days = request.days();
        answeredAt = request.answeredAt();
    }

    UUID eventId() {
        return eventId;
    }

    UUID participantId() {
        return participantId;
    }

    Integer days() {
        return days;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    @Override
    public FollowUpAnswerState eventData() {
        return new FollowUpAnswerState(id(), eventId, participantId, days, answeredAt);
    }

    /** What other services learn of a follow-up answer. */
    record FollowUpAnswerState(UUID id, UUID eventId, UUID participantId, Integer days, Instant answeredAt) {}
}
