package org.rapport.exchanges.exchange;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of an exchange. */
@Schema(examples = """
                {"participantAId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "participantBId": "0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0", "type": "ADVICE", "status": "ACTIVE", "startedAt": "2026-04-10T00:00:00Z", "initiatedBy": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "priorTie": "NONE"}""")
public record ExchangeRequest(
        @NotNull UUID participantAId,
        @NotNull UUID participantBId,
        ExchangeType type,
        @NotNull ExchangeStatus status,
        Instant startedAt,
        UUID initiatedBy,
        UUID originEventId,
        UUID needId,
        PriorTie priorTie,
        UUID reportedBy) {

    /** The two in canonical order, so that a pair is one pair whoever is named first. */
    public ExchangeRequest {
        if (participantAId != null
                && participantBId != null
                && participantAId.toString().compareTo(participantBId.toString()) > 0) {
            UUID first = participantBId;
            participantBId = participantAId;
            participantAId = first;
        }
    }

    static ExchangeRequest from(Exchange exchange) {
        return new ExchangeRequest(
                exchange.participantAId(),
                exchange.participantBId(),
                exchange.type(),
                exchange.status(),
                exchange.startedAt(),
                exchange.initiatedBy(),
                exchange.originEventId(),
                exchange.needId(),
                exchange.priorTie(),
                exchange.reportedBy());
    }
}
