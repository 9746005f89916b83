package org.rapport.participants.organisation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organisation as clients see it. */
@Schema(examples = """
                {"id": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "name": "Agencia del Agua", "type": "10", "country": "PE",
                 "rorId": "https://ror.org/05gq02987", "website": "https://agua.example.org",
                 "createdAt": "2026-01-15T09:12:00Z", "updatedAt": "2026-01-15T09:12:00Z", "version": 0}""")
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
