package org.rapport.participants.organisation;

import java.time.Instant;
import java.util.UUID;

/** An organisation as clients see it. */
public record OrganisationResponse(
        UUID id,
        String name,
        String type,
        String country,
        String rorId,
        String website,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static OrganisationResponse from(Organisation organisation) {
        return new OrganisationResponse(
                organisation.id(),
                organisation.name(),
                organisation.type(),
                organisation.country(),
                organisation.rorId(),
                organisation.website(),
                organisation.createdAt(),
                organisation.updatedAt(),
                organisation.version());
    }
}
