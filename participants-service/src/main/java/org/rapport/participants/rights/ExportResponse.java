package org.rapport.participants.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything that is held on a participant.
 *
 * @param complete whether every service could be asked
 */
@Schema(examples = """
                {"participantId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d90", "exportedAt": "2026-03-05T09:00:00Z",
                 "complete": false, "services": [{"service": "participants", "reached": true, "failure": null,
                 "data": {"participants": [{"givenName": "Rosa", "familyName": "Quispe"}], "needs": [], "offers": []}},
                 {"service": "events", "reached": false, "failure": "It cannot be reached", "data": null}]}""")
record ExportResponse(UUID participantId, Instant exportedAt, boolean complete, List<OfService> services) {

    /**
     * What one service holds.
     *
     * @param failure why it could not be asked
     * @param data by collection
     */
    record OfService(@Schema(examples = "events") String service, boolean reached, String failure, JsonNode data) {}
}
