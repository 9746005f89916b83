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
record ExportResponse(UUID participantId, Instant exportedAt, boolean complete, List<OfService> services) {

    /**
     * What one service holds.
     *
     * @param failure why it could not be asked
     * @param data by collection
     */
    record OfService(@Schema(examples = "events") String service, boolean reached, String failure, JsonNode data) {}
}
