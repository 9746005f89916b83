package org.rapport.participants.need;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new assessment of a need. */
@Schema(
        examples = "{\"assessedAt\": \"2026-02-01T09:00:00Z\", \"specificity\": 4, \"urgency\": 4, \"authority\": 3,"
                + " \"benefit\": 3}")
public record AssessmentRequest(
        @NotNull Instant assessedAt,
        @NotNull @Min(0) @Max(4) Integer specificity,
        @NotNull @Min(0) @Max(4) Integer urgency,
        @NotNull @Min(0) @Max(4) Integer authority,
        @NotNull @Min(0) @Max(4) Integer benefit) {

    Items items() {
        return new Items(specificity, urgency, authority, benefit);
    }
}
