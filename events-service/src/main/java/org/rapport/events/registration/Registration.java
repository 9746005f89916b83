package org.rapport.events.registration;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.IncentiveType;
import org.rapport.kit.aggregate.Aggregate;

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
        describe(request);
    }

    final void describe(RegistrationRequest request) {
        eventId = request.eventId();
        participantId = request.participantId();
        status = request.status();
        registeredAt = request.registeredAt();
        incentive = request.incentive();
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
