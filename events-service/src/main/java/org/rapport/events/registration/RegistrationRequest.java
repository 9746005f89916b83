package org.rapport.events.registration;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.events.event.IncentiveType;

/**
 * What a client says of a registration.
 *
 * @param status APPLIED if it is not said; CONFIRMED asks for a place, or else for one on the waiting list
 * @param registeredAt now if it is not said; who registered first is first on the waiting list
 */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "status": "CONFIRMED", "registeredAt": "2026-01-15T10:00:00Z", "incentive": "TRAVEL"}""")
public record RegistrationRequest(
        @NotNull UUID eventId,
        @NotNull UUID participantId,
        RegistrationStatus status,
        Instant registeredAt,
        IncentiveType incentive) {

    public RegistrationRequest {
        status = status == null ? RegistrationStatus.APPLIED : status;
    }

    /** The same, with this status since then. */
    RegistrationRequest with(RegistrationStatus other, Instant since) {
        return new RegistrationRequest(eventId, participantId, other, since, incentive);
    }

    static RegistrationRequest from(Registration registration) {
        return new RegistrationRequest(
                registration.eventId(),
                registration.participantId(),
                registration.status(),
                registration.registeredAt(),
                registration.incentive());
    }
}
