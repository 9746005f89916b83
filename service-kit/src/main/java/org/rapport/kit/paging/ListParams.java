package org.rapport.kit.paging;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every list takes besides its own filters. */
public class ListParams {

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before, with the same filters and sort")
    String cursor;

    @QueryParam("sort")
    @Parameter(description = "Field to sort by, with `-` before it for descending order", example = "-updatedAt")
    String sort;

    @QueryParam("modifiedSince")
    @Parameter(
            description = "Only what was created or changed at or after this instant",
            example = "2026-03-01T09:00:00Z")
    Instant modifiedSince;

    @QueryParam("count")
    @Parameter(description = "Whether to count all matches too; costs a pass over them")
    Boolean count;
}
