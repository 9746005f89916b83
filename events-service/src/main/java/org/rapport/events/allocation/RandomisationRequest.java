package org.rapport.events.allocation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which sessions to fill at random.
 *
 * @param sessionIds those of one slot: of one event, at the same time
 * @param seed whole number from which chance begins; the same one gives the same outcome
 * @param stratifyBy ORGANISATION if it is not said
 */
@Schema(examples = """
                {"sessionIds": ["0198c1a5-7c1e-7a31-b1d2-3f4a5b6c7d8e", "0198c1a5-7c1e-7a32-b1d2-3f4a5b6c7d8e"], "seed": 20260301, "stratifyBy": "ORGANISATION"}""")
record RandomisationRequest(
        @NotNull @Size(min = 2, max = 100) List<@NotNull UUID> sessionIds,
        @NotNull @Min(0) @Max(MAX_SEED) Long seed,
        StratifyBy stratifyBy) {

    /** The largest whole number that every reader of JSON takes exactly (RFC 8259). */
    static final long MAX_SEED = 9_007_199_254_740_991L;

    RandomisationRequest {
        stratifyBy = stratifyBy == null ? StratifyBy.ORGANISATION : stratifyBy;
    }
}
