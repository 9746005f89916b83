package org.rapport.events.allocation;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of it, all that is needed to do it again included.
 *
 * @param algorithm how people are allocated; another way will have another name
 * @param changed how many allocations were made, altered or taken back; 0 if all were so already
 */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "seed": 20260301, "stratifyBy": "ORGANISATION", "algorithm": "STRATIFIED_PERMUTED_BLOCKS",
                 "sessions": [{"sessionId": "0198c1a5-7c1e-7a31-b1d2-3f4a5b6c7d8e", "assigned": 2, "randomised": 10},
                 {"sessionId": "0198c1a5-7c1e-7a32-b1d2-3f4a5b6c7d8e", "assigned": 0, "randomised": 11}], "changed": 21}""")
record RandomisationResponse(
        UUID eventId, long seed, StratifyBy stratifyBy, String algorithm, List<Share> sessions, int changed) {

    /**
     * A session of the slot.
     *
     * @param assigned how many were assigned to it before, and stay
     * @param randomised how many chance has sent there
     */
    @Schema(name = "RandomisationShare")
    record Share(UUID sessionId, long assigned, long randomised) {}
}
