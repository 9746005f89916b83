package org.rapport.exchanges.exchange;

import java.time.Instant;
import java.util.UUID;

/** An exchange as clients see it. */
public record ExchangeResponse(
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
        UUID reportedBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ExchangeResponse from(Exchange exchange) {
        return new ExchangeResponse(
                exchange.id(),
                exchange.participantAId(),
                exchange.participantBId(),
                exchange.type(),
                exchange.status(),
                exchange.startedAt(),
                exchange.initiatedBy(),
                exchange.originEventId(),
                exchange.needId(),
                exchange.priorTie(),
                exchange.reportedBy(),
                exchange.createdAt(),
                exchange.updatedAt(),
                exchange.version());
    }
}
