package org.rapport.participants.participant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.json.Times;
import org.rapport.kit.validation.CountryCode;

/** What a client says of a participant. */
@Schema(examples = """
                {"givenName": "Rosa", "familyName": "Quispe", "email": "rosa.quispe@example.org", "country": "PE",
                 "language": "es", "affiliations": [{"organisationId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e",
                 "role": "researcher", "fromDate": "2024-01-01"}],
                 "consents": [{"purpose": "RESEARCH", "textVersion": "2025-1", "givenAt": "2026-01-15T10:00:00Z"}]}""")
public record ParticipantRequest(
        @NotNull @Size(max = 200) @UnmixedScripts String givenName,
        @NotNull @Size(max = 200) @UnmixedScripts String familyName,
        @Size(max = 254) @Email @UnmixedScripts String email,
        @CountryCode String country,
        @LanguageTag String language,
        @Orcid String orcid,
        @Size(max = 100) List<@NotNull @Valid Affiliation> affiliations,
        @Size(max = 1000) List<@NotNull @Valid Consent> consents,
        Instant leftAt) {

    public ParticipantRequest {
        givenName = PersonName.normalise(givenName);
        familyName = PersonName.normalise(familyName);
        email = EmailAddress.normalise(email);
        language = LanguageTag.Form.normalise(language);
        orcid = Orcid.Form.normalise(orcid);
        affiliations = affiliations == null ? List.of() : affiliations;
        consents = consents == null ? List.of() : consents;
    }

    static ParticipantRequest from(Participant participant) {
        return new ParticipantRequest(
                participant.givenName(),
                participant.familyName(),
                participant.email(),
                participant.country(),
                participant.language(),
                participant.orcid(),
                participant.affiliations(),
                participant.consents(),
                participant.leftAt());
    }

    ParticipantRequest withConsents(List<Consent> others) {
        return new ParticipantRequest(
                givenName, familyName, email, country, language, orcid, affiliations, others, leftAt);
    }

    /**
     * With what another record of the same person knows where this one is silent. Somebody who is still there by either
     * record has not left. Consents are not stated again: they stay on record anyhow.
     */
    ParticipantRequest completedBy(ParticipantRequest other) {
        return new ParticipantRequest(
                givenName,
                familyName,
                email == null ? other.email() : email,
                country == null ? other.country() : country,
                language == null ? other.language() : language,
                orcid == null ? other.orcid() : orcid,
                affiliations.isEmpty() ? other.presentAffiliation() : affiliations,
                consents,
                leftAt == null || other.leftAt() == null ? null : Times.later(leftAt, other.leftAt()));
    }

    private List<Affiliation> presentAffiliation() {
        Affiliation present = Affiliation.present(affiliations, null);
        return present == null ? List.of() : List.of(present);
    }
}
