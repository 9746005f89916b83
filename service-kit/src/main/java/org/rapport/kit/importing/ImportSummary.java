package org.rapport.kit.importing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the rows of a file.
 *
 * @param errors the first thousand
 */
@Schema(
        examples = "{\"total\": 3, \"created\": 1, \"updated\": 0, \"unchanged\": 1, \"rejected\": 1, \"errors\":"
                + " [{\"line\": 4, \"column\": \"participant\", \"code\": \"PARTICIPANT_UNKNOWN\","
                + " \"detail\": \"No such participant\"}]}")
public record ImportSummary(
        long total, long created, long updated, long unchanged, long rejected, List<RowError> errors) {

    /** The counts, as headers hold such things (RFC 9651). */
    String asDictionary() {
        return "total=" + total + ", created=" + created + ", updated=" + updated + ", unchanged=" + unchanged
                + ", rejected=" + rejected;
    }

    /** Something wrong with a row; the column is null where the whole row is meant. */
    public record RowError(long line, String column, String code, String detail) {}
}
