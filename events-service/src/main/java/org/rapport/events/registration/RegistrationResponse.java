package org.rapport.events.registration;

import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.IncentiveType;

/** A registration as clients see it. */
public record RegistrationResponse(
        UUID id,
        UUID eventId,
        UUID participantId,
        RegistrationStatus status,
        Instant registeredAt,
        IncentiveType incentive,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static RegistrationResponse from(Registration registration) {
        return new RegistrationResponse(
                registration.id(),
                registration.eventId(),
                registration.participantId(),
                registration.status(),
                registration.registeredAt(),
                registration.incentive(),
                registration.createdAt(),
                registration.updatedAt(),
                registration.version());
    }
}
