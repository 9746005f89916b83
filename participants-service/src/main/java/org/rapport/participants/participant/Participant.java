package org.rapport.participants.participant;

import jakarta.persistence.CollectionTable;
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
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.rapport.kit.aggregate.Aggregate;

/** A person who takes part. The only place of Rapport that knows a name or an e-mail address. */
@Entity
public class Participant extends Aggregate {

    private String givenName;
    private String familyName;

    /** For the search by name; its expression is that of an index. */
    @Formula("given_name || ' ' || family_name")
    private String fullName;

    private String email;
    private String country;
    private String language;
    private String orcid;

    @Enumerated(EnumType.STRING)
    private ParticipantStatus status = ParticipantStatus.ACTIVE;

    private Instant leftAt;

    @ElementCollection
    @CollectionTable(name = "affiliation", joinColumns = @JoinColumn(name = "participant_id"))
    @OrderColumn(name = "position")
    private List<Affiliation> affiliations = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "consent", joinColumns = @JoinColumn(name = "participant_id"))
    @OrderColumn(name = "position")
    private List<Consent> consents = new ArrayList<>();

    /** For Hibernate. */
    protected Participant() {}

    Participant(UUID id, ParticipantRequest request) {
        super(id);
        describe(request);
    }

    final void describe(ParticipantRequest request) {
        givenName = request.givenName();
        familyName = request.familyName();
        email = request.email();
        country = request.country();
        language = request.language();
        orcid = request.orcid();
        leftAt = request.leftAt();
        replace(affiliations, request.affiliations());
        recordConsents(request.consents());
    }

    /** What was consented to stays on record: a purpose is never dropped, only withdrawn. */
    private void recordConsents(List<Consent> stated) {
        List<Consent> all = new ArrayList<>(consents);
        all.removeIf(held -> stated.stream().anyMatch(consent -> consent.purpose() == held.purpose()));
        all.addAll(stated);
        replace(consents, all);
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

    ParticipantStatus status() {
        return status;
    }

    Instant leftAt() {
        return leftAt;
    }

    List<Affiliation> affiliations() {
        return List.copyOf(affiliations);
    }

    List<Consent> consents() {
        return List.copyOf(consents);
    }

    @Override
    public ParticipantState eventData() {
        List<Membership> organisations = affiliations.stream()
                .map(held -> new Membership(held.organisationId(), held.fromDate(), held.toDate()))
                .toList();
        return new ParticipantState(id(), status, country, organisations, consents(), leftAt);
    }

    /** What other services learn of a participant: nothing that says who it is. */
    record ParticipantState(
            UUID id,
            ParticipantStatus status,
            String country,
            List<Membership> organisations,
            List<Consent> consents,
            Instant leftAt) {}

    /** An affiliation without the role, which could tell who it is. */
    record Membership(UUID organisationId, LocalDate from, LocalDate to) {}
}
