package org.rapport.exchanges.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.Problems;

/** What an exchange led to. */
@Entity
public class Outcome extends Aggregate {

    private UUID exchangeId;

    @Column(name = "participant_a_id")
    private UUID participantAId;

    @Column(name = "participant_b_id")
    private UUID participantBId;

    @Enumerated(EnumType.STRING)
    private OutcomeLevel level;

    private String text;
    private String evidenceUrl;
    private Instant observedAt;

    /** For Hibernate. */
    protected Outcome() {}

    Outcome(UUID id, OutcomeRequest request) {
        super(id);
        exchangeId = request.exchangeId();
        describe(request);
    }

    final void describe(OutcomeRequest request) {
        if (!exchangeId.equals(request.exchangeId())) {
            throw Problems.invalid("/exchangeId", "EXCHANGE_FIXED", "An outcome stays that of its exchange");
        }
        participantAId = request.pair().get(0);
        participantBId = request.pair().get(1);
        level = request.level();
        text = request.text();
        evidenceUrl = request.evidenceUrl();
        observedAt = request.observedAt();
    }

    UUID exchangeId() {
        return exchangeId;
    }

    List<UUID> pair() {
        return List.of(participantAId, participantBId);
    }

    OutcomeLevel level() {
        return level;
    }

    String text() {
        return text;
    }

    String evidenceUrl() {
        return evidenceUrl;
    }

    Instant observedAt() {
        return observedAt;
    }

    @Override
    public OutcomeState eventData() {
        return new OutcomeState(id(), exchangeId, level, observedAt, evidenceUrl != null);
    }

    /** What other services learn of an outcome: neither its text nor its link, which may say who it is. */
    record OutcomeState(UUID id, UUID exchangeId, OutcomeLevel level, Instant observedAt, boolean evidence) {}
}
