package org.rapport.reporting.projection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that could not be read.
 *
 * @param key as text; what is not UTF-8 in it is replaced
 * @param value the first bytes of the value, in Base64; null for a record without one
 * @param valueBytes how many there are in all
 */
record DeadLetterResponse(
        @Schema(examples = "rapport.events.v1") String topic,
        @Schema(examples = "3") int partition,
        @Schema(examples = "4711") long offset,

        @Schema(examples = "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e")
        String key,

        @Schema(examples = "status is missing") String reason,
        JsonNode headers,
        @Schema(examples = "e30=") String value,
        @Schema(examples = "2") Integer valueBytes,
        Instant receivedAt) {}
