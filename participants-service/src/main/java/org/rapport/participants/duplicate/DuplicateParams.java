package org.rapport.participants.duplicate;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.problem.Problems;

/** Which likely duplicates to list. */
public class DuplicateParams {

    private static final double DEFAULT_MIN_SCORE = 0.25;

    @QueryParam("participantId")
    @Parameter(description = "Only those of this participant")
    UUID participantId;

    @QueryParam("modifiedSince")
    @Parameter(
            description = "Only pairs of which one was created or changed at or after this instant",
            example = "2026-03-01T09:00:00Z")
    Instant modifiedSince;

    @QueryParam("minScore")
    @Parameter(
            description = "Only pairs with at least this score",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1", defaultValue = "0.25"))
    String minScore;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before, with the same filters")
    String cursor;

    double minScore() {
        if (minScore == null) {
            return DEFAULT_MIN_SCORE;
        }
        if (!minScore.matches("0|1|[01]?\\.[0-9]{1,9}") || Double.parseDouble(minScore) > 1) {
            throw Problems.invalidParameter("minScore", "Must be a number from 0 to 1");
        }
        return Double.parseDouble(minScore);
    }
}
