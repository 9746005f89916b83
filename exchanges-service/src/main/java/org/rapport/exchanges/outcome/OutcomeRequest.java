package org.rapport.exchanges.outcome;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client says of an outcome.
 *
 * @param exchangeId what led to it; as in the address if absent
 * @param text what it was, in words; it stays in this service
 * @param evidenceUrl where that can be seen
 * @param observedAt when it was observed
 * @param pair the two of the exchange; not for clients to say
 */
@Schema(
        examples =
                "{\"level\": \"BEHAVIOUR\", \"text\": \"Tariffs are now set by the method that they worked out together\","
                        + " \"evidenceUrl\": \"https://example.org/tariffs-2026\", \"observedAt\": \"2026-09-15T00:00:00Z\"}")
public record OutcomeRequest(
        UUID exchangeId,
        @NotNull OutcomeLevel level,
        @Size(max = 4000) String text,

        @Size(max = 2000)
        @Pattern(
                regexp = "(?i)https?://[^\\s/?#]+\\S*",
                message = "must be an address that begins with http:// or https://")
        String evidenceUrl,

        Instant observedAt,
        @JsonIgnore @Schema(hidden = true) List<UUID> pair) {

    static OutcomeRequest from(Outcome outcome) {
        return new OutcomeRequest(
                outcome.exchangeId(),
                outcome.level(),
                outcome.text(),
                outcome.evidenceUrl(),
                outcome.observedAt(),
                outcome.pair());
    }

    OutcomeRequest of(UUID exchange, List<UUID> itsPair) {
        return new OutcomeRequest(exchange, level, text, evidenceUrl, observedAt, itsPair);
    }
}
