package org.rapport.events.allocation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** That a participant is to be in a session. Whether they came is their attendance. */
@Entity
class Allocation extends Aggregate {

    private UUID eventId;
    private UUID sessionId;
    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private AllocationMethod method;

    private Long seed;

    /** For Hibernate. */
    protected Allocation() {}

    /**
     * A new allocation.
     *
     * @param eventId that of the session
     */
    Allocation(UUID id, UUID eventId, AllocationRequest request) {
        super(id);
        this.eventId = eventId;
        this.participantId = request.participantId();
        describe(eventId, request);
    }

    final void describe(UUID ofSession, AllocationRequest request) {
        eventId = ofSession;
        sessionId = request.sessionId();
        method = request.method();
        seed = request.seed();
    }

    /** Its participant turned out to be another one. */
    void follow(UUID survivor) {
        participantId = survivor;
    }

    UUID eventId() {
        return eventId;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID participantId() {
        return participantId;
    }

    AllocationMethod method() {
        return method;
    }

    Long seed() {
        return seed;
    }

    @Override
    public AllocationState eventData() {
        return new AllocationState(id(), eventId, sessionId, participantId, method, seed);
    }

    /** What other services learn of an allocation. */
    record AllocationState(
            UUID id, UUID eventId, UUID sessionId, UUID participantId, AllocationMethod method, Long seed) {}
}
