package org.rapport.exchanges.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What other services learn of an exchange; of its outcomes they learn apart. */
record ExchangeState(
        UUID id,
        UUID participantAId,
        UUID participantBId,
        ExchangeType type,
        List<TypeStep> typeHistory,
        ExchangeStatus status,
        Instant startedAt,
        UUID initiatedBy,
        UUID originEventId,
        UUID needId,
        PriorTie priorTie,
        List<Incentive> incentives,
        UUID introductionId,
        UUID reportedBy,
        List<Confirmation> confirmations) {

    static ExchangeState of(Exchange exchange) {
        return new ExchangeState(
                exchange.id(),
                exchange.participantAId(),
                exchange.participantBId(),
                exchange.type(),
                exchange.typeHistory(),
                exchange.status(),
                exchange.startedAt(),
                exchange.initiatedBy(),
                exchange.originEventId(),
                exchange.needId(),
                exchange.priorTie(),
                exchange.incentives(),
                exchange.introductionId(),
                exchange.reportedBy(),
                exchange.confirmations());
    }
}
