package org.rapport.participants.participant;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code participants.csv}. */
@ApplicationScoped
class ParticipantRows implements RowReader<ParticipantRequest, Participant> {

    private final ParticipantWriter writer;

    ParticipantRows(ParticipantWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "given_name", "family_name");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "email",
                "organisation",
                "role",
                "country",
                "language",
                "orcid",
                "research_consent_at",
                "contact_consent_at",
                "left_at");
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

    @Override
    public Writer<ParticipantRequest, Participant> writer() {
        return writer;
    }
}
