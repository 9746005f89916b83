package org.rapport.reporting.report.commitments;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.participation.LeftOut.Excluded;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TestResult;

/**
 * The answer. What may not be shown, or is undefined, is null, with a reason where it is an estimate.
 *
 * @param commitments to the community, to another participant, and none; the first two may overlap
 */
@JsonInclude(Include.ALWAYS)
@Schema(name = "CommitmentsReport")
public record CommitmentReport(
        @Schema(examples = "commitments") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        List<KindRow> commitments,
        List<Comparison> multiplicity,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "CommitmentsParameters")
    public record Parameters(
            Instant asOf,
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
    @Schema(name = "CommitmentsPopulation")
    public record Population(Long participations, Long participants, Excluded excluded) {}

    /**
     * What was promised to whom.
     *
     * @param stated how many commitments
     * @param participations of how many attendances
     */
    @Schema(name = "CommitmentsKind")
    public record KindRow(CommitmentKind kind, Long stated, Long participations, List<HorizonRow> horizons) {}

    /**
     * By a number of days after the event.
     *
     * @param ascertained those followed so long
     * @param relativeRisk against those who promised nothing; absent of these
     * @param clusterRobust the same, taking only people to be independent
     * @param commitmentsAscertained commitments to somebody of those followed so long; absent where there are none
     * @param keptWithCounterpart how many of them were kept with the very person
     */
    @Schema(name = "CommitmentsHorizon")
    public record HorizonRow(
            int days,
            Long ascertained,
            Long engaged,
            Estimate risk,
            @JsonInclude(Include.NON_NULL) Estimate relativeRisk,
            @JsonInclude(Include.NON_NULL) Estimate clusterRobust,
            @JsonInclude(Include.NON_NULL) TestResult fisherExact,
            @JsonInclude(Include.NON_NULL) Long commitmentsAscertained,
            @JsonInclude(Include.NON_NULL) Long keptWithCounterpart,
            @JsonInclude(Include.NON_NULL) Estimate kept) {}
}
