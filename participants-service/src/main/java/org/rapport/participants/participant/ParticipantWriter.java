package org.rapport.participants.participant;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;
import org.rapport.participants.organisation.Organisations;

/** Writes participants. */
@Singleton
class ParticipantWriter extends Writer<ParticipantRequest, Participant> {

    private final Participants participants;
    private final Organisations organisations;

    ParticipantWriter(Writing writing, Participants participants, Organisations organisations) {
        super(
                writing,
                Participant.class,
                "org.rapport.participant.registered.v1",
                "org.rapport.participant.changed.v1");
        this.participants = participants;
        this.organisations = organisations;
    }

    @Override
    protected void check(List<Draft<ParticipantRequest>> drafts) {
        Set<UUID> unknownOrganisations = organisations.missing(drafts.stream()
                .flatMap(draft -> draft.request().affiliations().stream())
                .map(Affiliation::organisationId)
                .toList());
        Map<String, UUID> owners = new HashMap<>(participants.owners(drafts.stream()
                .map(draft -> draft.request().email())
                .filter(Objects::nonNull)
                .toList()));
        for (Draft<ParticipantRequest> draft : drafts) {
            checkAffiliations(draft, unknownOrganisations);
            checkConsents(draft.request().consents(), draft.errors());
            String email = draft.request().email();
            if (email != null
                    && !owners.computeIfAbsent(email, free -> draft.id()).equals(draft.id())) {
                draft.errors().add("/email", "EMAIL_TAKEN", "Another participant has this e-mail address");
            }
        }
    }

    private static void checkAffiliations(Draft<ParticipantRequest> draft, Set<UUID> unknownOrganisations) {
        List<Affiliation> affiliations = draft.request().affiliations();
        for (int i = 0; i < affiliations.size(); i++) {
            Affiliation affiliation = affiliations.get(i);
            String pointer = "/affiliations/" + i;
            if (unknownOrganisations.contains(affiliation.organisationId())) {
                draft.errors()
                        .add(pointer + "/organisationId", "ORGANISATION_UNKNOWN", "There is no such organisation");
            }
            if (affiliation.fromDate() != null
                    && affiliation.toDate() != null
                    && affiliation.toDate().isBefore(affiliation.fromDate())) {
                draft.errors().add(pointer + "/toDate", "ENDS_BEFORE_START", "Must not be before fromDate");
            }
        }
    }

    private static void checkConsents(List<Consent> consents, Errors errors) {
        Instant soon = Instant.now().plus(1, ChronoUnit.DAYS);
        for (int i = 0; i < consents.size(); i++) {
            Consent consent = consents.get(i);
            if (consent.givenAt().isAfter(soon)) {
                errors.add("/consents/" + i + "/givenAt", "GIVEN_AT_IN_FUTURE", "A consent cannot be given tomorrow");
            }
            if (consent.withdrawnAt() != null && consent.withdrawnAt().isBefore(consent.givenAt())) {
                errors.add("/consents/" + i + "/withdrawnAt", "ENDS_BEFORE_START", "Must not be before givenAt");
            }
        }
    }

    @Override
    protected Participant create(UUID id, ParticipantRequest request) {
        return new Participant(id, request);
    }

    @Override
    protected void change(Participant participant, ParticipantRequest request) {
        participant.describe(request);
    }

    /**
     * A row names one organisation and no dates, and consents without their text and withdrawal: what it does not
     * contradict stays as it is.
     */
    @Override
    protected ParticipantRequest onto(ParticipantRequest held, ParticipantRequest row) {
        return new ParticipantRequest(
                row.givenName(),
                row.familyName(),
                row.email(),
                row.country(),
                row.language(),
                row.orcid(),
                affiliations(held.affiliations(), row.affiliations()),
                consents(held.consents(), row.consents()),
                row.leftAt());
    }

    private static List<Affiliation> affiliations(List<Affiliation> held, List<Affiliation> row) {
        List<Affiliation> affiliations = new ArrayList<>(held);
        Affiliation present = Affiliation.present(held);
        int position = present == null ? held.size() : held.indexOf(present);
        if (present != null) {
            affiliations.remove(position);
        }
        for (Affiliation stated : row) {
            boolean same = present != null && present.organisationId().equals(stated.organisationId());
            affiliations.add(
                    position,
                    same
                            ? new Affiliation(
                                    stated.organisationId(), stated.role(), present.fromDate(), present.toDate())
                            : stated);
        }
        return affiliations;
    }

    /** One with a date that is not on record takes the place of the one that holds; what was withdrawn stays so. */
    private static List<Consent> consents(List<Consent> held, List<Consent> row) {
        List<Consent> unknown = row.stream()
                .filter(stated -> held.stream()
                        .noneMatch(known -> known.purpose() == stated.purpose()
                                && known.givenAt().equals(stated.givenAt())))
                .toList();
        Stream<Consent> kept = held.stream()
                .filter(known -> known.withdrawnAt() != null
                        || unknown.stream().noneMatch(stated -> stated.purpose() == known.purpose()));
        return Stream.concat(kept, unknown.stream()).toList();
    }

    @Override
    protected ParticipantRequest request(Participant participant) {
        return ParticipantRequest.from(participant);
    }
}
