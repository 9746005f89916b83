package org.rapport.events.registration;

import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.IncentiveType;

/**
 * A registration as clients see it.
 *
 * @param queuePlace its place on the waiting list, beginning with 1, if it waits
 */
public record RegistrationResponse(
        UUID id,
        UUID eventId,
        UUID participantId,
        RegistrationStatus status,
        Long queuePlace,
        Instant registeredAt,
        IncentiveType incentive,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static RegistrationResponse from(Registration registration, Long queuePlace) {
        return new RegistrationResponse(
                registration.id(),
                registration.eventId(),
                registration.participantId(),
                registration.status(),
                queuePlace,
                registration.registeredAt(),
                registration.incentive(),
                registration.createdAt(),
                registration.updatedAt(),
                registration.version());
    }
}
