package org.rapport.exchanges.exchange;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one of the two says of an exchange.
 *
 * @param participantId who says so; a participant may leave it out
 * @param at when; now if absent
 * @param type what it was, as this side says
 * @param startedAt since when, as this side says
 */
@Schema(
        examples = {
            "{\"participantId\": \"0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0\", \"answer\": \"CONFIRMED\"}",
            "{\"participantId\": \"0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0\", \"answer\": \"CONFIRMED\", \"type\":"
                    + " \"CONTACT\", \"startedAt\": \"2026-05-02T00:00:00Z\"}",
            "{\"participantId\": \"0198c1a5-9e30-7c52-83f4-5b6c7d8e9fa0\", \"answer\": \"DISPUTED\", \"at\":"
                    + " \"2026-06-01T09:30:00Z\"}"
        })
public record ConfirmationRequest(
        UUID participantId, @NotNull Answer answer, Instant at, ExchangeType type, Instant startedAt) {}
