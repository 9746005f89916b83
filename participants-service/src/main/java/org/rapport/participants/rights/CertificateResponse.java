package org.rapport.participants.rights;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.personal.ErasureState;

/**
 * What an erasure did, and where.
 *
 * @param participantIds the participant, and those who had been merged into them
 * @param erasedBy who asked for it: the subject of a token, or {@code participant} for themselves
 * @param complete whether nothing is left anywhere, tombstones included, as far as this can be told now
 */
@Schema(examples = """
                {"participantIds": ["0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d90"], "erasedAt": "2026-03-05T09:00:00Z",
                 "erasedBy": "participant", "reason": "REQUEST", "complete": false, "services": [{"service": "events",
                 "reached": true, "failure": null, "done": true, "at": "2026-03-05T09:00:01Z",
                 "erased": {"registrations": 2, "attendances": 1}, "pendingTombstones": 3}]}""")
record CertificateResponse(
        List<UUID> participantIds,
        Instant erasedAt,
        @Schema(examples = "participant") String erasedBy,
        ErasureRecord.Reason reason,
        boolean complete,
        List<OfService> services) {

    /**
     * What one service did.
     *
     * @param failure why it could not be asked
     */
    record OfService(
            @Schema(examples = "events") String service,
            boolean reached,
            String failure,
            @JsonUnwrapped ErasureState state) {

        boolean isComplete() {
            return reached && state.done() && state.pendingTombstones() == 0;
        }
    }
}
