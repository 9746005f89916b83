package org.rapport.events.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.IncentiveType;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** A participant's wish, or place, to attend an event. */
@Entity
public class Registration extends Aggregate {

    private UUID eventId;
    private UUID participantId;

    @Enumerated(EnumType.STRING)
    private RegistrationStatus status;

    private Instant registeredAt;

    @Enumerated(EnumType.STRING)
    private IncentiveType incentive;

    /** For Hibernate. */
    protected Registration() {}

    Registration(UUID id, RegistrationRequest request) {
        super(id);
        eventId = request.eventId();
        participantId = request.participantId();
        describe(request);
    }

    /** Throws a problem if the request is about another event or participant. */
    void requireSame(RegistrationRequest request) {
        if (!request.eventId().equals(eventId)) {
            throw Problems.invalid("/eventId", "EVENT_FIXED", "A registration stays that for its event");
        }
        if (!request.participantId().equals(participantId)) {
            throw Problems.invalid("/participantId", "PARTICIPANT_FIXED", "A registration stays its participant's");
        }
    }

    final void describe(RegistrationRequest request) {
        status = request.status();
        registeredAt = request.registeredAt();
        incentive = request.incentive();
    }

    /** Its participant turned out to be another one. */
    void follow(UUID survivor) {
        participantId = survivor;
    }

    void become(RegistrationStatus next) {
        status = next;
    }

    UUID eventId() {
        return eventId;
    }

    UUID participantId() {
        return participantId;
    }

    RegistrationStatus status() {
        return status;
    }

    Instant registeredAt() {
        return registeredAt;
    }

    IncentiveType incentive() {
        return incentive;
    }

    @Override
    public RegistrationState eventData() {
        return new RegistrationState(id(), eventId, participantId, status, registeredAt, incentive);
    }

    /** What other services learn of a registration. */
    record RegistrationState(
            UUID id,
            UUID eventId,
            UUID participantId,
            RegistrationStatus status,
            Instant registeredAt,
            IncentiveType incentive) {}
}
