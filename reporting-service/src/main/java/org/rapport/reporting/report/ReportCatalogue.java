package org.rapport.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which reports there are and what they can be narrowed down to. */
public record ReportCatalogue(List<Entry> reports, Filters filters) {

    /** A report. */
    public record Entry(
            @Schema(examples = "readiness") String name,
            @Schema(examples = "Readiness") String title,

            @Schema(examples = "Does prior need go with later engagement?")
            String question) {}

    /** What the filters can be set to. */
    public record Filters(
            List<Choice<UUID>> programmes,
            List<Choice<UUID>> projects,
            List<EventChoice> events,
            List<Choice<String>> countries) {}

    /** A value of a filter. */
    public record Choice<T>(T id, String label) {}

    /** An event to choose. */
    public record EventChoice(UUID id, String label, UUID programmeId, Instant startsAt) {}
}
