package org.rapport.events.allocation;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be in which session, as an organiser wants it. */
@Schema(
        requiredProperties = {"sessionId", "participantId"},
        examples = """
                {"sessionId": "0198c1a5-7c1e-7a31-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f"}""")
record AssignmentRequest(UUID sessionId, UUID participantId) {

    AllocationRequest asAllocation() {
        return new AllocationRequest(sessionId, participantId, AllocationMethod.ASSIGNED, null);
    }
}
