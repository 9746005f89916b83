package org.rapport.reporting.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The question with its defaults; null filters take everything, and so does an empty list of types.
 *
 * @param window of new ties before and after events; only in the report
 */
public record NetworkParameters(
        Instant asOf,
        List<ExchangeType> types,
        boolean confirmed,
        Instant startedFrom,
        Instant startedTo,

        @JsonInclude(Include.NON_NULL) @Schema(examples = "P180D")
        String window,

        UUID programme,
        UUID project,
        UUID event,
        String country,
        Instant from,
        Instant to) {}
