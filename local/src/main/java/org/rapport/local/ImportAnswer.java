package org.rapport.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * What became of a file.
 *
 * @param failure why it was not taken as a whole, or null
 * @param errors of single rows, for people
 */
record ImportAnswer(
        String failure, long total, long created, long updated, long unchanged, long rejected, List<String> errors) {

    private static final ObjectMapper JSON = new ObjectMapper();

    boolean isComplete() {
        return failure == null && rejected == 0;
    }

    static ImportAnswer failed(String why) {
        return new ImportAnswer(why, 0, 0, 0, 0, 0, List.of());
    }

    /** Reads the lines of a running import to their end. */
    static ImportAnswer read(Stream<String> lines, LongConsumer rowsDone) throws IOException {
        JsonNode last = null;
        for (String line : (Iterable<String>) lines::iterator) {
            JsonNode node = JSON.readTree(line);
            if (node.has("progress")) {
                rowsDone.accept(node.path("progress").path("total").asLong());
            } else if (!node.isMissingNode()) {
                last = node;
            }
        }
        if (last == null) {
            return failed(
                    "The answer broke off: what was read until then may have been kept. Import the folder again.");
        }
        if (last.has("problem")) {
            return failed(last.path("problem").path("detail").asText());
        }
        List<String> errors = new ArrayList<>();
        last.path("errors").forEach(error -> errors.add(rowError(error)));
        return new ImportAnswer(
                null,
                last.path("total").asLong(),
                last.path("created").asLong(),
                last.path("updated").asLong(),
                last.path("unchanged").asLong(),
                last.path("rejected").asLong(),
                errors);
    }

    /** Reads a problem (RFC 9457), or whatever came instead of one. */
    static ImportAnswer refused(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (problem.path("title").isTextual()) {
                StringBuilder text = new StringBuilder(problem.path("title").asText())
                        .append(" (")
                        .append(status)
                        .append(')');
                if (problem.path("detail").isTextual()) {
                    text.append(": ").append(problem.path("detail").asText());
                }
                problem.path("errors").forEach(error -> text.append("\n    ")
                        .append(error.path("pointer").asText())
                        .append("  ")
                        .append(error.path("detail").asText()));
                return failed(text.toString());
            }
            return failed("The service answered " + status + ".");
        } catch (IOException e) {
            return failed("The service answered " + status + ".");
        }
    }

    private static String rowError(JsonNode error) {
        String column = error.path("column").asText("");
        return "line " + error.path("line").asLong() + (column.isEmpty() || "null".equals(column) ? "" : ", " + column)
                + ": " + error.path("detail").asText() + " ["
                + error.path("code").asText() + "]";
    }
}
