package org.rapport.exchanges.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.aggregate.Aggregate;

/** Something that passed between exactly two participants, stored in canonical order. */
@Entity
public class Exchange extends Aggregate {

    @Column(name = "participant_a_id")
    private UUID participantAId;

    @Column(name = "participant_b_id")
    private UUID participantBId;

    @Enumerated(EnumType.STRING)
    private ExchangeType type;

    @Enumerated(EnumType.STRING)
    private ExchangeStatus status;

    private Instant startedAt;
    private UUID initiatedBy;
    private UUID originEventId;
    private UUID needId;

    @Enumerated(EnumType.STRING)
    private PriorTie priorTie;

    private UUID reportedBy;

    /** For Hibernate. */
    protected Exchange() {}

    Exchange(UUID id, ExchangeRequest request) {
        super(id);
        describe(request);
    }

    final void describe(ExchangeRequest request) {
        participantAId = request.participantAId();
        participantBId = request.participantBId();
        type = request.type();
        status = request.status();
        startedAt = request.startedAt();
        initiatedBy = request.initiatedBy();
        originEventId = request.originEventId();
        needId = request.needId();
        priorTie = request.priorTie();
        reportedBy = request.reportedBy();
    }

    UUID participantAId() {
        return participantAId;
    }

    UUID participantBId() {
        return participantBId;
    }

    ExchangeType type() {
        return type;
    }

    ExchangeStatus status() {
        return status;
    }

    Instant startedAt() {
        return startedAt;
    }

    UUID initiatedBy() {
        return initiatedBy;
    }

    UUID originEventId() {
        return originEventId;
    }

    UUID needId() {
        return needId;
    }

    PriorTie priorTie() {
        return priorTie;
    }

    UUID reportedBy() {
        return reportedBy;
    }

    @Override
    public ExchangeState eventData() {
        return new ExchangeState(
                id(),
                participantAId,
                participantBId,
                type,
                status,
                startedAt,
                initiatedBy,
                originEventId,
                needId,
                priorTie,
                reportedBy);
    }

    /** What other services learn of an exchange. */
    record ExchangeState(
            UUID id,
            UUID participantAId,
            UUID participantBId,
            ExchangeType type,
            ExchangeStatus status,
            Instant startedAt,
            UUID initiatedBy,
            UUID originEventId,
            UUID needId,
            PriorTie priorTie,
            UUID reportedBy) {}
}
