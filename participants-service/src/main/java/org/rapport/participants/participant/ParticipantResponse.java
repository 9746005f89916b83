package org.rapport.participants.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A participant as clients see it.
 *
 * @param consents every consent that was ever given, with its end
 * @param mergedInto who took the place of a participant that was merged
 */
@Schema(examples = """
                {"id": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d90", "givenName": "Rosa", "familyName": "Quispe",
                 "email": "rosa.quispe@example.org", "country": "PE", "language": "es", "orcid": "0000-0002-1825-0097",
                 "affiliations": [{"organisationId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "role": "researcher",
                 "fromDate": "2024-01-01", "toDate": null}],
                 "consents": [{"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00Z",
                 "withdrawnAt": null}], "status": "ACTIVE", "mergedInto": null, "leftAt": null, "createdAt": "2026-01-15T10:02:11Z",
                 "updatedAt": "2026-01-15T10:02:11Z", "version": 0}""")
public record ParticipantResponse(
        UUID id,
        String givenName,
        String familyName,
        String email,
        String country,
        String language,
        String orcid,
        List<Affiliation> affiliations,
        List<Consent> consents,
        ParticipantStatus status,
        UUID mergedInto,
        Instant leftAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static ParticipantResponse from(Participant participant) {
        return new ParticipantResponse(
                participant.id(),
                participant.givenName(),
                participant.familyName(),
                participant.email(),
                participant.country(),
                participant.language(),
                participant.orcid(),
                participant.affiliations(),
                participant.consents(),
                participant.status(),
                participant.mergedInto(),
                participant.leftAt(),
                participant.createdAt(),
                participant.updatedAt(),
                participant.version());
    }
}
