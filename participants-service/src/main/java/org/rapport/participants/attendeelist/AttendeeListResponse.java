package org.rapport.participants.attendeelist;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.importing.ImportSummary;

/**
 * What became of a list.
 *
 * @param participants by rows of the list; whoever is on it twice is unchanged the second time
 * @param registrations one for each participant
 * @param attendances one for each participant who, by the list, came
 * @param errors the first thousand, with lines and columns of the list
 */
@Schema(
        examples =
                "{\"participants\": {\"total\": 3, \"created\": 1, \"updated\": 0, \"unchanged\": 1, \"rejected\": 1},"
                        + " \"registrations\": {\"total\": 2, \"created\": 2, \"updated\": 0, \"unchanged\": 0, \"rejected\": 0},"
                        + " \"attendances\": {\"total\": 1, \"created\": 1, \"updated\": 0, \"unchanged\": 0, \"rejected\": 0},"
                        + " \"errors\": [{\"line\": 4, \"column\": \"Status\", \"code\": \"STATUS_UNKNOWN\","
                        + " \"detail\": \"Of this status it is not known what it means: blocked\"}]}")
record AttendeeListResponse(
        Counts participants, Counts registrations, Counts attendances, List<ImportSummary.RowError> errors) {

    /** How many of each. */
    record Counts(long total, long created, long updated, long unchanged, long rejected) {

        Counts(long created, long updated, long unchanged, long rejected) {
            this(created + updated + unchanged + rejected, created, updated, unchanged, rejected);
        }

        Counts plus(ImportSummary more) {
            return new Counts(
                    created + more.created(),
                    updated + more.updated(),
                    unchanged + more.unchanged(),
                    rejected + more.rejected());
        }
    }
}
