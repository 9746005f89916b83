package org.rapport.exchanges.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An exchange as clients see it.
 *
 * @param typeHistory what it was, and since when, the first first
 * @param confirmations what the two have said of it, in the order in which it was recorded
 * @param confirmedBy who of the two stands by it: whose last answer confirms it, or who reported it
 * @param confirmedAt when the second of the two confirmed it; null unless both do
 */
public record ExchangeResponse(
        UUID id,
        UUID participantAId,
        UUID participantBId,
        ExchangeType type,
        Instant typeSince,
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
        List<Confirmation> confirmations,
        List<UUID> confirmedBy,
        Instant confirmedAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ExchangeResponse from(Exchange exchange) {
        return new ExchangeResponse(
                exchange.id(),
                exchange.participantAId(),
                exchange.participantBId(),
                exchange.type(),
                exchange.typeSince(),
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
                exchange.confirmations(),
                exchange.confirmedBy(),
                exchange.confirmedAt(),
                exchange.createdAt(),
                exchange.updatedAt(),
                exchange.version());
    }
}
