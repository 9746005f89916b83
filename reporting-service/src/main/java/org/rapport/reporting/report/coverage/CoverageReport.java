package org.rapport.reporting.report.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.participation.LeftOut.Excluded;
import org.rapport.reporting.statistics.Estimate;

/**
 * The answer. What may not be shown, or is undefined, is null, with a reason where it is an estimate.
 *
 * @param followUps of those who attended, and of those who were to come but did not
 * @param cells of the 2x2 table of readiness and engagement: is as much known of each?
 * @param unresolvedReferences whatever the filters: how often something names something that isn't known (yet)
 */
@JsonInclude(Include.ALWAYS)
@Schema(name = "CoverageReport")
public record CoverageReport(
        @Schema(examples = "coverage") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        List<WaveRow> followUps,
        Ascertained ascertainment,
        List<Row> cells,
        List<Row> events,
        Long lateNeeds,
        ConsentWithheld consentWithheld,
        List<ReferenceRow> unresolvedReferences,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "CoverageParameters")
    public record Parameters(
            Instant asOf,
            @Schema(examples = "P180D") String window,
            Integer threshold,
            boolean confirmed,
            boolean newTies,
            @Schema(examples = "any") String role,
            @Schema(examples = "participation") String unit,
            @Schema(examples = "recorded") String ascertainment,
            UUID programme,
            UUID project,
            UUID event,
            String country,
            Instant from,
            Instant to) {}

    /** Who is in the report, and who is not and why. */
    @Schema(name = "CoveragePopulation")
    public record Population(Long participations, Long participants, Excluded excluded) {}

    /**
     * A wave of follow-ups.
     *
     * @param due of whom the day had come, and who had not left
     * @param sent of how many it is told that the invitation went out
     * @param share answered, of those due
     */
    @Schema(name = "CoverageFollowUps")
    public record WaveRow(String key, String group, int days, Long due, Long sent, Long answered, Estimate share) {}

    /** Participations known for the whole window, by either way of ascertaining. */
    @Schema(name = "CoverageAscertainment")
    public record Ascertained(Known recorded, Known confirmed) {}

    /** How many are. */
    public record Known(Long ascertained, Long unascertained, Estimate share) {}

    /** Participations of one kind. */
    @Schema(name = "CoverageRow")
    public record Row(
            String key,
            String label,
            Long participations,
            Long answered,
            Estimate answeredShare,
            Long ascertained,
            Long unascertained) {}

    /** Pairs of participant and event left out for it, and participants altogether, whatever the filters. */
    public record ConsentWithheld(Long participations, Long participants, Long ofParticipants) {}

    /** What is named in a column. */
    public record ReferenceRow(String key, long unresolved) {}
}
