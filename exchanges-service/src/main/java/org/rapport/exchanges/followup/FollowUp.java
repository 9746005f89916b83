package org.rapport.exchanges.followup;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/**
 * A participant is asked what came of an event, so many days after it. Once they have answered, that there was no exchange by
 * then is known and not assumed.
 */
@Entity
public class FollowUp extends Aggregate {

    private UUID eventId;
    private UUID participantId;
    private Integer days;

    @Enumerated(EnumType.STRING)
    private FollowUpStatus status;

    @Enumerated(EnumType.STRING)
    private Obstacle obstacle;

    private Instant dueAt;
    private Instant sentAt;
    private Instant closesAt;
    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private Answer answer;

    /** For Hibernate. */
    protected FollowUp() {}

    /** One that was answered without having been scheduled. */
    FollowUp(UUID id, FollowUpAnswerRequest request) {
        super(id);
        describe(request);
    }

    /** One that is to be answered. */
    FollowUp(UUID id, UUID eventId, UUID participantId, Integer days) {
        super(id);
        this.eventId = eventId;
        this.participantId = participantId;
        this.days = days;
    }

    final void describe(FollowUpAnswerRequest request) {
        eventId = request.eventId();
        participantId = request.participantId();
        days = request.days();
        answeredAt = request.answeredAt();
        answer = request.answer();
        if (answeredAt != null) {
            status = FollowUpStatus.ANSWERED;
            obstacle = null;
        }
    }

    /** Puts it where it stands by what is known now; whoever was asked already was asked at that time. */
    void plan(Instant due, Instant closes, Obstacle inTheWay, Instant now) {
        if (answeredAt != null) {
            return;
        }
        if (sentAt == null) {
            dueAt = due;
            closesAt = closes;
        }
        obstacle = inTheWay;
        stand(now);
    }

    /** The invitation went out. */
    void sent(Instant at, Instant closes, Instant now) {
        sentAt = at;
        if (answeredAt == null) {
            closesAt = closes;
            stand(now);
        }
    }

    /** Its time may be over. */
    void stand(Instant now) {
        if (answeredAt != null) {
            status = FollowUpStatus.ANSWERED;
        } else if (!closesAt.isAfter(now)) {
            status = FollowUpStatus.CLOSED;
        } else if (obstacle == Obstacle.BOUNCED) {
            status = FollowUpStatus.BOUNCED;
        } else if (obstacle != null) {
            status = FollowUpStatus.SUSPENDED;
        } else {
            status = sentAt == null ? FollowUpStatus.SCHEDULED : FollowUpStatus.SENT;
        }
    }

    /** Whether the participant may (still) answer, or correct the answer, by a link. */
    boolean isOpen(Instant now) {
        return closesAt != null && closesAt.isAfter(now);
    }

    boolean isAnswered() {
        return answeredAt != null;
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

    FollowUpStatus status() {
        return status;
    }

    Obstacle obstacle() {
        return obstacle;
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant sentAt() {
        return sentAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    Instant answeredAt() {
        return answeredAt;
    }

    Answer answer() {
        return answer;
    }

    @Override
    public FollowUpState eventData() {
        return new FollowUpState(
                id(), eventId, participantId, days, status, obstacle, dueAt, sentAt, answeredAt, answer);
    }

    /** What other services learn of a follow-up. */
    record FollowUpState(
            UUID id,
            UUID eventId,
            UUID participantId,
            Integer days,
            FollowUpStatus status,
            Obstacle obstacle,
            Instant dueAt,
            Instant sentAt,
            Instant answeredAt,
            Answer answer) {}
}
