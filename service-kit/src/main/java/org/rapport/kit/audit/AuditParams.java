package org.rapport.kit.audit;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What can be asked of the audit trail. */
public class AuditParams {

    @QueryParam("kind")
    @Parameter(description = "Only changes of this kind of thing", example = "participant")
    String kind;

    @QueryParam("aggregateId")
    @Parameter(description = "Only changes of the thing with this id")
    UUID aggregateId;

    @QueryParam("actor")
    @Parameter(description = "Only changes by this actor", example = "ana")
    String actor;

    @QueryParam("from")
    @Parameter(description = "Only changes at or after this instant", example = "2026-03-01T09:00:00Z")
    Instant from;

    @QueryParam("to")
    @Parameter(description = "Only changes before this instant", example = "2026-04-01T00:00:00Z")
    Instant to;

    @QueryParam("limit")
    @Parameter(
            description = "How many entries at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before, with the same filters")
    String cursor;
}
