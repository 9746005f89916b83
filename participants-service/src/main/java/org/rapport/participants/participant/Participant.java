package org.rapport.participants.participant;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;
import org.rapport.participants.participant.Consent.Purpose;
import org.rapport.participants.participant.RecordedConsent.Recorder;

/** A person who takes part. The only place of Rapport that knows a name or an e-mail address. */
@Entity
public class Participant extends Aggregate {

    private String givenName;
    private String familyName;

    /** For the search by name: made by the database. */
    @Column(insertable = false, updatable = false)
    private String searchName;

    private String email;
    private String country;
    private String language;
    private String orcid;

    @Enumerated(EnumType.STRING)
    private ParticipantStatus status = ParticipantStatus.ACTIVE;

    /** Who took the place of a participant that was merged; never one that was merged itself. */
    private UUID mergedInto;

    private Instant leftAt;

    /** Since when mail to the address comes back; about the present address only. */
    private Instant mailBouncedAt;

    /** Since when it is announced that they will be erased; from the start again when it changes when they left. */
    private Instant retentionAnnouncedAt;

    @ElementCollection
    @CollectionTable(name = "affiliation", joinColumns = @JoinColumn(name = "participant_id"))
    @OrderColumn(name = "position")
    private List<Affiliation> affiliations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "consent", joinColumns = @JoinColumn(name = "participant_id"))
    @OrderColumn(name = "position")
    private List<RecordedConsent> consents = new ArrayList<>();

    /** For Hibernate. */
    protected Participant() {}

    Participant(UUID id, ParticipantRequest request, Recorder recorder) {
        super(id);
        describe(request, recorder);
    }

    final void describe(ParticipantRequest request, Recorder recorder) {
        requireInUse(request);
        givenName = request.givenName();
        familyName = request.familyName();
        address(request.email());
        country = request.country();
        language = request.language();
        orcid = request.orcid();
        leave(request.leftAt());
        replace(affiliations, request.affiliations());
        request.consents().forEach(stated -> record(stated, recorder));
    }

    /** What is on record stays as it is, and no consent that was withdrawn comes back by stating it again. */
    private void record(Consent stated, Recorder recorder) {
        RecordedConsent held =
                consentHistory().give(stated.purpose(), stated.textVersion(), stated.givenAt(), recorder);
        if (stated.withdrawnAt() != null && held.withdrawnAt() == null) {
            consentHistory().withdraw(stated.purpose(), stated.withdrawnAt(), recorder);
        }
    }

    /** To continue what is on record. */
    ConsentHistory consentHistory() {
        return new ConsentHistory(consents);
    }

    private void address(String other) {
        if (!Objects.equals(email, other)) {
            email = other;
            mailBouncedAt = null;
        }
    }

    void bounce(Instant at) {
        mailBouncedAt = at;
    }

    /** Why no mail reaches them; null if nothing is known against it. */
    Unreachable unreachable() {
        if (email == null) {
            return Unreachable.NO_ADDRESS;
        }
        return mailBouncedAt == null ? null : Unreachable.BOUNCED;
    }

    boolean consentsTo(Purpose purpose) {
        return consents.stream().anyMatch(held -> held.purpose() == purpose && held.withdrawnAt() == null);
    }

    private void leave(Instant at) {
        if (!Objects.equals(leftAt, at)) {
            leftAt = at;
            retentionAnnouncedAt = null;
        }
    }

    /** Nobody comes back from an erasure; and a file that says of a merged participant what it always said is no news. */
    private void requireInUse(ParticipantRequest request) {
        if (status == ParticipantStatus.ERASED) {
            throw Problems.conflict("PARTICIPANT_ERASED", "This participant was erased");
        }
        if (status == ParticipantStatus.MERGED && !isOnRecord(request)) {
            throw mergedAlready();
        }
    }

    private boolean isOnRecord(ParticipantRequest request) {
        return request.consents().stream().allMatch(consentHistory()::isOnRecord)
                && request.withConsents(List.of())
                        .equals(ParticipantRequest.from(this).withConsents(List.of()));
    }

    /** Refuses a merge of one who does not take part. */
    void requireActive() {
        if (status == ParticipantStatus.MERGED) {
            throw mergedAlready();
        }
        if (status == ParticipantStatus.ERASED) {
            throw Problems.notFound();
        }
    }

    private HttpProblem mergedAlready() {
        return Problems.conflict("PARTICIPANT_MERGED", "This participant was merged into " + mergedInto);
    }

    /** From now on this is a record of somebody who goes by another id. */
    void mergeInto(Participant survivor) {
        status = ParticipantStatus.MERGED;
        mergedInto = survivor.id();
        retentionAnnouncedAt = null;
    }

    /** Takes over what another record of the same person knows. */
    void absorb(Participant duplicate) {
        consentHistory().join(duplicate.recordedConsents());
        ParticipantRequest whole = ParticipantRequest.from(this).completedBy(ParticipantRequest.from(duplicate));
        address(whole.email());
        country = whole.country();
        language = whole.language();
        orcid = whole.orcid();
        leave(whole.leftAt());
        duplicate.affiliations.stream()
                .filter(held -> !affiliations.contains(held))
                .filter(held -> affiliations.stream().noneMatch(held::contradicts))
                .forEach(affiliations::add);
    }

    /** Leaves nothing but the id. */
    public void erase() {
        status = ParticipantStatus.ERASED;
        mergedInto = null;
        givenName = null;
        familyName = null;
        address(null);
        country = null;
        language = null;
        orcid = null;
        leave(null);
        affiliations.clear();
        consents.clear();
    }

    /** Leaves an equal list alone, so that it is not written again. */
    private static <T> void replace(List<T> held, List<T> stated) {
        if (!held.equals(stated)) {
            held.clear();
            held.addAll(stated);
        }
    }

    String givenName() {
        return givenName;
    }

    String familyName() {
        return familyName;
    }

    String email() {
        return email;
    }

    String country() {
        return country;
    }

    String language() {
        return language;
    }

    String orcid() {
        return orcid;
    }

    public ParticipantStatus status() {
        return status;
    }

    UUID mergedInto() {
        return mergedInto;
    }

    public Instant leftAt() {
        return leftAt;
    }

    public Instant mailBouncedAt() {
        return mailBouncedAt;
    }

    public Instant retentionAnnouncedAt() {
        return retentionAnnouncedAt;
    }

    List<Affiliation> affiliations() {
        return List.copyOf(affiliations);
    }

    /** Every consent that was ever given, with its end. */
    List<Consent> consents() {
        return consents.stream().map(RecordedConsent::consent).toList();
    }

    public List<RecordedConsent> recordedConsents() {
        return List.copyOf(consents);
    }

    @Override
    public Object eventData() {
        if (status == ParticipantStatus.MERGED) {
            return new MergedState(id(), status, mergedInto);
        }
        List<Membership> organisations = affiliations.stream()
                .map(held -> new Membership(held.organisationId(), held.fromDate(), held.toDate()))
                .toList();
        return new ParticipantState(id(), status, country, organisations, consents(), leftAt, unreachable());
    }

    /** What other services learn of a participant: nothing that says who it is. */
    record ParticipantState(
            UUID id,
            ParticipantStatus status,
            String country,
            List<Membership> organisations,
            List<Consent> consents,
            Instant leftAt,
            Unreachable unreachable) {}

    /** Why no mail reaches somebody. */
    enum Unreachable {
        NO_ADDRESS,
        BOUNCED
    }

    /** What other services learn of a participant that was merged. */
    record MergedState(UUID id, ParticipantStatus status, UUID mergedInto) {}

    /** An affiliation without the role, which could tell who it is. */
    record Membership(UUID organisationId, LocalDate from, LocalDate to) {}
}
