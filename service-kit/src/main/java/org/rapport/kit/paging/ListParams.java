package org.rapport.kit.paging;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.problem.Problems;

/** The parameters that every list takes besides its own filters. */
public class ListParams {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

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

    @QueryParam("format")
    @Parameter(
            description =
                    "`csv` or `xlsx`: the whole list as a file with the columns of the import files, as by the Accept"
                            + " header",
            example = "csv")
    String format;

    /** Whether the client asks what became of what it has. */
    public boolean isForSynchronisation() {
        return modifiedSince != null;
    }

    /** How many items a page has at most, if that is asked for in these words or not at all. */
    public static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw Problems.invalidParameter("limit", "Must be a whole number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }
}
