package org.rapport.participants.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code participants.csv}. */
@ApplicationScoped
class ParticipantRows implements RowReader<ParticipantRequest, Participant> {

    private static final Columns<Participant> COLUMNS = new Columns<Participant>()
            .required("id", Participant::id)
            .required("given_name", Participant::givenName)
            .required("family_name", Participant::familyName)
            .optional("email", Participant::email)
            .optional("organisation", affiliation(Affiliation::organisationId))
            .optional("role", affiliation(Affiliation::role))
            .optional("country", Participant::country)
            .optional("language", Participant::language)
            .optional("orcid", Participant::orcid)
            .optional("research_consent_at", consentTo(Consent.Purpose.RESEARCH))
            .optional("contact_consent_at", consentTo(Consent.Purpose.CONTACT))
            .optional("left_at", Participant::leftAt)
            .only(participant -> participant.status() == ParticipantStatus.ACTIVE);

    private final ParticipantWriter writer;

    ParticipantRows(ParticipantWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Participant> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<ParticipantRequest> read(Row row) {
        UUID organisation = row.reference("organisation", "organisations");
        String role = row.text("role");
        List<Consent> consents = new ArrayList<>();
        consent(consents, Consent.Purpose.RESEARCH, row.start("research_consent_at"));
        consent(consents, Consent.Purpose.CONTACT, row.start("contact_consent_at"));
        return new Draft<>(
                row.reference("id", "participants"),
                new ParticipantRequest(
                        row.text("given_name"),
                        row.text("family_name"),
                        row.text("email"),
                        row.text("country"),
                        row.text("language"),
                        row.text("orcid"),
                        organisation == null ? List.of() : List.of(new Affiliation(organisation, role, null, null)),
                        consents,
                        row.end("left_at")),
                row.errors());
    }

    private static void consent(List<Consent> consents, Consent.Purpose purpose, Instant givenAt) {
        if (givenAt != null) {
            consents.add(new Consent(purpose, null, givenAt, null));
        }
    }

    private static Function<Participant, Object> affiliation(Function<Affiliation, ?> part) {
        return participant -> {
            Affiliation present = Affiliation.present(participant.affiliations(), null);
            return present == null ? null : part.apply(present);
        };
    }

    private static Function<Participant, Instant> consentTo(Consent.Purpose purpose) {
        return participant -> participant.consents().stream()
                .filter(consent -> consent.purpose() == purpose && consent.withdrawnAt() == null)
                .map(Consent::givenAt)
                .findFirst()
                .orElse(null);
    }

    @Override
    public Writer<ParticipantRequest, Participant> writer() {
        return writer;
    }
}
