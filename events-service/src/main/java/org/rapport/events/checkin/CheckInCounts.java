package org.rapport.events.checkin;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many have come to an event, by the scans that were accepted. */
@Schema(
        examples =
                "{\"eventId\": \"0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e\", \"confirmed\": 80, \"checkedIn\": 61, \"inside\": 58, \"sessions\": [{\"sessionId\": \"0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f\", \"checkedIn\": 20, \"inside\": 19}]}")
record CheckInCounts(
        UUID eventId,

        @Schema(description = "Registrations that are confirmed")
        long confirmed,

        @Schema(description = "People who were scanned at a door of the event")
        long checkedIn,

        @Schema(description = "Those of them who came last, and did not leave")
        long inside,

        @Schema(description = "The same at the doors of sessions")
        List<OfSession> sessions) {

    /** How many have come to a session. */
    record OfSession(UUID sessionId, long checkedIn, long inside) {}
}
