package org.rapport.reporting.report.power;

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
 * The answer. What may not be shown, or is undefined, is null, with a reason.
 *
 * @param power that all sizes are for
 * @param alpha of the two-sided tests
 */
@JsonInclude(Include.ALWAYS)
@Schema(name = "PowerReport")
public record PowerReport(
        @Schema(examples = "power") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        double power,
        double alpha,
        List<Row> comparisons,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "PowerParameters")
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
    @Schema(name = "PowerPopulation")
    public record Population(
            Long participations, Long participants, Long ascertained, Long unascertained, Excluded excluded) {}

    /**
     * One comparison.
     *
     * @param exposed how many
     * @param detectableAbove the smallest risk of the exposed above that of the others that would be told from it
     * @param detectableBelow the largest below
     * @param powerForObserved the chance to find a difference like the one observed
     * @param neededForObserved how many people it would take to find that with 80 % power
     * @param neededFor the same for relative risks one might care about
     */
    @Schema(name = "PowerComparison")
    public record Row(
            String key,
            String comparison,
            Long exposed,
            Long unexposed,
            Estimate riskExposed,
            Estimate riskUnexposed,
            Estimate relativeRisk,
            Detectable detectableAbove,
            Detectable detectableBelow,
            Double powerForObserved,
            Needed neededForObserved,
            List<Needed> neededFor,
            @JsonInclude(Include.NON_NULL) String reason) {}

    /** An effect. */
    public record Detectable(
            Double risk,
            Double riskDifference,
            Double relativeRisk,
            @JsonInclude(Include.NON_NULL) String reason) {}

    /**
     * How many people an effect would need, in groups of the same proportion.
     *
     * @param times as many as there are
     */
    public record Needed(
            Double relativeRisk,
            Double times,
            Long exposed,
            Long unexposed,
            Long total,
            @JsonInclude(Include.NON_NULL) String reason) {}
}
