package org.rapport.reporting.introduction;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.problem.Problems;

/** How many suggestions, and for each person. */
class SuggestionParams {

    private static final int DEFAULT_PER_PERSON = 3;
    private static final int MAX_PER_PERSON = 20;

    @QueryParam("perPerson")
    @Parameter(
            description = "In how many suggestions one person may be at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20", defaultValue = "3"))
    String perPerson;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on: `next` of the page before")
    String cursor;

    int perPerson() {
        if (perPerson == null) {
            return DEFAULT_PER_PERSON;
        }
        if (!perPerson.matches("[0-9]{1,2}")
                || Integer.parseInt(perPerson) < 1
                || Integer.parseInt(perPerson) > MAX_PER_PERSON) {
            throw Problems.invalidParameter("perPerson", "Must be a whole number from 1 to " + MAX_PER_PERSON);
        }
        return Integer.parseInt(perPerson);
    }
}
