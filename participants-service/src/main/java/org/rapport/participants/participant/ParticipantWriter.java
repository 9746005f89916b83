package org.rapport.participants.participant;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;
import org.rapport.kit.validation.Errors;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Outcome;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;
import org.rapport.participants.organisation.Organisations;
import org.rapport.participants.participant.RecordedConsent.Recorder;

/** Writes participants. */
@Singleton
public class ParticipantWriter extends Writer<ParticipantRequest, Participant> {

    private static final String MERGED = "org.rapport.participant.merged.v1";

    private final Participants participants;
    private final Organisations organisations;
    private final Caller caller;

    ParticipantWriter(Writing writing, Participants participants, Organisations organisations, Caller caller) {
        super(
                writing,
                Participant.class,
                "org.rapport.participant.registered.v1",
                "org.rapport.participant.changed.v1");
        this.participants = participants;
        this.organisations = organisations;
        this.caller = caller;
    }

    /**
     * Puts on record that the participant gives or withdraws a consent; saying so twice changes nothing. A clock that is
     * ahead of ours must not postpone a withdrawal, so what it calls later is now.
     */
    Recorded record(Participant participant, ConsentRequest request) {
        Instant now = now();
        checkConsent(request, now);
        entityManager().refresh(participant, LockModeType.PESSIMISTIC_WRITE);
        if (participant.status() != ParticipantStatus.ACTIVE) {
            throw Problems.notFound();
        }
        ParticipantRequest known = request(participant);
        Recorder recorder = new Recorder(caller.subject(), now);
        ConsentHistory history = participant.consentHistory();
        RecordedConsent consent = request.withdrawnAt() == null
                ? history.give(request.purpose(), request.textVersion(), earlier(request.givenAt(), now), recorder)
                : history.withdraw(request.purpose(), earlier(request.withdrawnAt(), now), recorder)
                        .orElseThrow(() -> Problems.conflict(
                                "CONSENT_NOT_GIVEN", "No consent for this purpose had been given by then"));
        boolean isNew = !request(participant).equals(known);
        if (isNew) {
            publishChanges(Map.of(participant, known));
        }
        return new Recorded(consent, isNew);
    }

    /**
     * What is on record now.
     *
     * @param isNew whether it was not before
     */
    record Recorded(RecordedConsent consent, boolean isNew) {}

    /** Withdraws a consent in the name of somebody who is not the caller. */
    void withdraw(Participant participant, Consent.Purpose purpose, Recorder recorder) {
        ParticipantRequest known = request(participant);
        participant.consentHistory().withdraw(purpose, recorder.now(), recorder);
        publishChanges(Map.of(participant, known));
    }

    /** Publishes a change that no request can make. */
    void publishChange(Participant participant) {
        publish(changedEvent(), participant);
    }

    private void checkConsent(ConsentRequest request, Instant now) {
        Errors errors = check(request);
        if ((request.givenAt() == null) == (request.withdrawnAt() == null)) {
            errors.add("/givenAt", "GIVEN_OR_WITHDRAWN", "Say either givenAt or withdrawnAt");
        }
        if (request.givenAt() != null && request.textVersion() == null) {
            errors.add("/textVersion", "TEXT_VERSION_REQUIRED", "Say which text the person agrees to");
        }
        if (request.withdrawnAt() != null && request.textVersion() != null) {
            errors.add("/textVersion", "TEXT_VERSION_INVALID", "A withdrawal is of all texts");
        }
        if (request.givenAt() != null) {
            requireNotInFuture("/givenAt", request.givenAt(), now, errors);
        }
        if (request.withdrawnAt() != null) {
            requireNotInFuture("/withdrawnAt", request.withdrawnAt(), now, errors);
        }
        errors.throwIfAny();
    }

    private static Instant earlier(Instant stated, Instant now) {
        return stated.isAfter(now) ? now : stated;
    }

    /** As the database keeps it. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    protected void check(List<Draft<ParticipantRequest>> drafts) {
        Set<UUID> unknownOrganisations = organisations.missing(drafts.stream()
                .flatMap(draft -> draft.request().affiliations().stream())
                .map(Affiliation::organisationId)
                .toList());
        Map<String, Set<UUID>> emails = owners("email", drafts, ParticipantRequest::email);
        Map<String, Set<UUID>> orcids = owners("orcid", drafts, ParticipantRequest::orcid);
        for (Draft<ParticipantRequest> draft : drafts) {
            checkAffiliations(draft, unknownOrganisations);
            checkConsents(draft.request().consents(), draft.errors());
            if (isTaken(draft.request().email(), emails, draft.id())) {
                draft.errors().add("/email", "EMAIL_TAKEN", "Another participant has this e-mail address");
            }
            if (isTaken(draft.request().orcid(), orcids, draft.id())) {
                draft.errors().add("/orcid", "ORCID_TAKEN", "Another participant has this ORCID iD");
            }
        }
    }

    /** Who has which of the values of a field that nobody may share. */
    private Map<String, Set<UUID>> owners(
            String field, List<Draft<ParticipantRequest>> drafts, Function<ParticipantRequest, String> value) {
        return participants.owners(
                field,
                drafts.stream()
                        .map(draft -> value.apply(draft.request()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** Whether another has it, or is to have it by an earlier row. */
    private static boolean isTaken(String value, Map<String, Set<UUID>> owners, UUID id) {
        return value != null
                && !owners.computeIfAbsent(value, free -> Set.of(id)).contains(id);
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
            if (affiliations.subList(0, i).stream().anyMatch(affiliation::contradicts)) {
                draft.errors()
                        .add(
                                pointer + "/organisationId",
                                "AFFILIATION_CONTRADICTS",
                                "Another affiliation with this organisation lasts at the same time: end one of them");
            }
        }
    }

    private static void checkConsents(List<Consent> consents, Errors errors) {
        Instant now = now();
        for (int i = 0; i < consents.size(); i++) {
            Consent consent = consents.get(i);
            String pointer = "/consents/" + i;
            requireNotInFuture(pointer + "/givenAt", consent.givenAt(), now, errors);
            if (consent.withdrawnAt() != null) {
                requireNotInFuture(pointer + "/withdrawnAt", consent.withdrawnAt(), now, errors);
                if (consent.withdrawnAt().isBefore(consent.givenAt())) {
                    errors.add(pointer + "/withdrawnAt", "ENDS_BEFORE_START", "Must not be before givenAt");
                }
            }
        }
    }

    /** A day's grace, since dates in files and clocks of clients may be ahead of ours. */
    private static void requireNotInFuture(String pointer, Instant stated, Instant now, Errors errors) {
        if (stated.isAfter(now.plus(1, ChronoUnit.DAYS))) {
            String code = pointer.endsWith("givenAt") ? "GIVEN_AT_IN_FUTURE" : "WITHDRAWN_AT_IN_FUTURE";
            errors.add(pointer, code, "Must not be in the future");
        }
    }

    private Recorder recorder() {
        return new Recorder(caller.subject(), now());
    }

    @Override
    protected Participant create(UUID id, ParticipantRequest request) {
        return new Participant(id, request, recorder());
    }

    @Override
    protected void add(Participant participant) {
        // with all others, below
    }

    @Override
    protected void added(Collection<Participant> created) {
        if (!created.isEmpty()) {
            entityManager().unwrap(Session.class).doWork(connection -> NewParticipants.insert(connection, created));
        }
    }

    @Override
    protected void change(Participant participant, ParticipantRequest request) {
        participant.describe(request, recorder());
    }

    /**
     * A row names one organisation and no dates: what it does not contradict stays as it is. Consents on record stay
     * anyhow.
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
                row.consents(),
                row.leftAt());
    }

    private static List<Affiliation> affiliations(List<Affiliation> held, List<Affiliation> row) {
        Affiliation stated = row.isEmpty() ? null : row.get(0);
        Affiliation present = Affiliation.present(held, stated == null ? null : stated.organisationId());
        List<Affiliation> affiliations = new ArrayList<>(held);
        int position = present == null ? held.size() : held.indexOf(present);
        if (present != null) {
            affiliations.remove(position);
        }
        if (stated != null) {
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

    @Override
    protected ParticipantRequest request(Participant participant) {
        return ParticipantRequest.from(participant);
    }

    /**
     * Lets a participant take the place of another, in whose name nobody writes until the end of the transaction.
     *
     * @param earlier those who had been merged into the duplicate
     */
    void merge(Participant survivor, Participant duplicate, List<Participant> earlier) {
        ParticipantRequest before = request(survivor);
        duplicate.mergeInto(survivor);
        earlier.forEach(one -> one.mergeInto(survivor));
        // at once, so that the survivor can have the e-mail address
        entityManager().flush();
        survivor.absorb(duplicate);
        publishChanges(Map.of(survivor, before));
        publish(MERGED, duplicate);
        publish(MERGED, earlier);
    }

    /** A file tells what its source knows of a participant; what those who were merged into them knew besides, stays. */
    @Override
    public List<Outcome> writeAll(List<Draft<ParticipantRequest>> drafts) {
        Map<UUID, List<Participant>> merged =
                participants
                        .mergedInto(drafts.stream()
                                .map(Draft::id)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Participant::mergedInto));
        return super.writeAll(
                merged.isEmpty()
                        ? drafts
                        : drafts.stream()
                                .map(draft -> completed(draft, merged.getOrDefault(draft.id(), List.of())))
                                .toList());
    }

    private static Draft<ParticipantRequest> completed(Draft<ParticipantRequest> draft, List<Participant> duplicates) {
        ParticipantRequest request = draft.request();
        for (Participant duplicate : duplicates) {
            request = request == null ? null : request.completedBy(ParticipantRequest.from(duplicate));
        }
        return new Draft<>(draft.id(), request, draft.errors());
    }

    /** Of those who were merged or erased, too, so that nobody takes them for somebody who takes part. */
    @Override
    protected void republish(Collection<? extends Participant> participants) {
        Map<ParticipantStatus, List<Participant>> byStatus =
                participants.stream().collect(Collectors.groupingBy(Participant::status));
        super.republish(byStatus.getOrDefault(ParticipantStatus.ACTIVE, List.of()));
        publishAgain(MERGED, byStatus.getOrDefault(ParticipantStatus.MERGED, List.of()));
        for (Participant erased : byStatus.getOrDefault(ParticipantStatus.ERASED, List.of())) {
            publishErasedAgain(erased);
        }
    }
}
