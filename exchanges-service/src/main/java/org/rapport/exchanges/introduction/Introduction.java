package org.rapport.exchanges.introduction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** That two are to meet, because what one needs is what the other offers. */
@Entity
public class Introduction extends Aggregate {

    @Column(name = "participant_a_id")
    private UUID participantAId;

    @Column(name = "participant_b_id")
    private UUID participantBId;

    private UUID eventId;
    private UUID needId;
    private UUID offerId;
    private String topic;
    private String reason;

    @Enumerated(EnumType.STRING)
    private IntroductionStatus status;

    private Instant proposedAt;
    private Instant expiresAt;
    private Instant metAt;

    @Column(name = "a_answer")
    @Enumerated(EnumType.STRING)
    private Acceptance answerOfA;

    @Column(name = "a_answered_at")
    private Instant answeredByAAt;

    @Column(name = "b_answer")
    @Enumerated(EnumType.STRING)
    private Acceptance answerOfB;

    @Column(name = "b_answered_at")
    private Instant answeredByBAt;

    /** For Hibernate. */
    protected Introduction() {}

    Introduction(UUID id, IntroductionRequest request) {
        super(id);
        describe(request);
    }

    final void describe(IntroductionRequest request) {
        participantAId = request.participantAId();
        participantBId = request.participantBId();
        eventId = request.eventId();
        needId = request.needId();
        offerId = request.offerId();
        topic = request.topic();
        reason = request.reason();
        status = request.status();
        proposedAt = request.proposedAt();
        expiresAt = request.expiresAt();
        metAt = request.metAt();
        forgetAnswers();
        request.answers().forEach(this::put);
    }

    /** What one of the two says: if one declines, it comes to nothing; if both accept, they are to meet. */
    boolean answer(SideAcceptance said) {
        if (answers().stream()
                .anyMatch(before ->
                        before.participantId().equals(said.participantId()) && before.answer() == said.answer())) {
            return false;
        }
        if (!status.isOpen()) {
            throw Problems.conflict("INTRODUCTION_CLOSED", "This introduction is " + status);
        }
        put(said);
        if (said.answer() == Acceptance.DECLINED) {
            status = IntroductionStatus.DECLINED;
        } else if (answerOfA == Acceptance.ACCEPTED && answerOfB == Acceptance.ACCEPTED) {
            status = IntroductionStatus.ACCEPTED;
        }
        return true;
    }

    private void put(SideAcceptance said) {
        if (said.participantId().equals(participantAId)) {
            answerOfA = said.answer();
            answeredByAAt = said.at();
        } else {
            answerOfB = said.answer();
            answeredByBAt = said.at();
        }
    }

    private void forgetAnswers() {
        answerOfA = null;
        answeredByAAt = null;
        answerOfB = null;
        answeredByBAt = null;
    }

    /** They have met, whatever else was to become of it. */
    void meet(Instant at) {
        status = IntroductionStatus.MET;
        metAt = at;
    }

    /** Nothing comes of it any more. */
    void expire() {
        status = IntroductionStatus.EXPIRED;
    }

    List<SideAcceptance> answers() {
        return Stream.of(
                        answerOfA == null ? null : new SideAcceptance(participantAId, answerOfA, answeredByAAt),
                        answerOfB == null ? null : new SideAcceptance(participantBId, answerOfB, answeredByBAt))
                .filter(said -> said != null)
                .toList();
    }

    List<UUID> pair() {
        return List.of(participantAId, participantBId);
    }

    UUID participantAId() {
        return participantAId;
    }

    UUID participantBId() {
        return participantBId;
    }

    UUID eventId() {
        return eventId;
    }

    UUID needId() {
        return needId;
    }

    UUID offerId() {
        return offerId;
    }

    String topic() {
        return topic;
    }

    String reason() {
        return reason;
    }

    IntroductionStatus status() {
        return status;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant metAt() {
        return metAt;
    }

    @Override
    public IntroductionState eventData() {
        return new IntroductionState(
                id(), participantAId, participantBId, eventId, needId, offerId, status, proposedAt, metAt);
    }

    /** What other services learn of an introduction. */
    record IntroductionState(
            UUID id,
            UUID participantAId,
            UUID participantBId,
            UUID eventId,
            UUID needId,
            UUID offerId,
            IntroductionStatus status,
            Instant proposedAt,
            Instant metAt) {}
}
