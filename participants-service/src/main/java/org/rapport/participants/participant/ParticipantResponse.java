package org.rapport.participants.participant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A participant as clients see it. */
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
        Instant leftAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ParticipantResponse from(Participant participant) {
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
                participant.leftAt(),
                participant.createdAt(),
                participant.updatedAt(),
                participant.version());
    }
}
