package org.rapport.events.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** What a participant promised at the close of an event: to the community, or to one other participant. */
@Entity
public class Commitment extends Aggregate {

    private UUID eventId;
    private UUID participantId;
    private UUID counterpartId;
    private Instant statedAt;

    @Enumerated(EnumType.STRING)
    private Promise promise;

    private Instant dueAt;

    /** For Hibernate. */
    protected Commitment() {}

    Commitment(UUID id, CommitmentRequest request) {
        super(id);
        describe(request);
    }

    final void describe(CommitmentRequest request) {
        eventId = request.eventId();
        participantId = request.participantId();
        counterpartId = request.counterpartId();
        statedAt = request.statedAt();
        promise = request.promise();
        dueAt = request.dueAt();
    }

    UUID eventId() {
        return eventId;
    }

    UUID participantId() {
        return participantId;
    }

    UUID counterpartId() {
        return counterpartId;
    }

    Instant statedAt() {
        return statedAt;
    }

    Promise promise() {
        return promise;
    }

    Instant dueAt() {
        return dueAt;
    }

    @Override
    public CommitmentState eventData() {
        return new CommitmentState(id(), eventId, participantId, counterpartId, statedAt, promise, dueAt);
    }

    /** What other services learn of a commitment. */
    record CommitmentState(
            UUID id,
            UUID eventId,
            UUID participantId,
            UUID counterpartId,
            Instant statedAt,
            Promise promise,
            Instant dueAt) {}
}
