package org.rapport.events.encounter;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.rapport.kit.problem.Problems;

/** How contacts are to be understood. */
public class ContactParams {

    private static final int HOUR = 3_600;
    private static final int DAY = 86_400;

    @QueryParam("resolution")
    @Parameter(
            description = "Seconds that one line covers: those before its t",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "3600", defaultValue = "20"))
    String resolution;

    @QueryParam("gap")
    @Parameter(
            description =
                    "Seconds without contact that do not end an encounter. With 0 every interval without one does",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "86400", defaultValue = "0"))
    String gap;

    @QueryParam("origin")
    @Parameter(
            description = "The instant that t counts from; if absent, t is Unix time",
            example = "2009-06-03T22:00:00Z")
    Instant origin;

    @QueryParam("prefix")
    @Parameter(
            description = "What comes before the number of a badge in the key that its participant has at the source",
            example = "A")
    String prefix;

    int resolution() {
        return number("resolution", resolution, 20, 1, HOUR);
    }

    int gap() {
        return number("gap", gap, 0, 0, DAY);
    }

    Instant origin() {
        return origin == null ? Instant.EPOCH : origin;
    }

    String prefix() {
        return prefix == null ? "" : prefix;
    }

    private static int number(String name, String text, int otherwise, int least, int most) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw Problems.invalidParameter(name, "Must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
