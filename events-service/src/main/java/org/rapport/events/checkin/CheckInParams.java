package org.rapport.events.checkin;

import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What can be asked of the scans. */
public class CheckInParams {

    @QueryParam("eventId")
    UUID eventId;

    @QueryParam("sessionId")
    UUID sessionId;

    @QueryParam("participantId")
    UUID participantId;

    @QueryParam("deviceId")
    @Parameter(example = "door-2")
    String deviceId;

    @QueryParam("reason")
    @Parameter(description = "Only those that were rejected for this reason")
    Rejection reason;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before, with the same filters")
    String cursor;

    /** The filters that were given, by field. */
    Map<String, Object> filters() {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("eventId", eventId);
        filters.put("sessionId", sessionId);
        filters.put("participantId", participantId);
        filters.put("deviceId", deviceId);
        filters.put("reason", reason);
        filters.values().removeIf(value -> value == null);
        return filters;
    }
}
