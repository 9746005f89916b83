package org.rapport.reporting.report.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.answer.Estimates;
import org.rapport.reporting.answer.MantelHaenszel;
import org.rapport.reporting.answer.RankCorrelation;
import org.rapport.reporting.answer.StratumRow;
import org.rapport.reporting.answer.Table;
import org.rapport.reporting.answer.Tests;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.participation.LeftOut.Excluded;
import org.rapport.reporting.report.participation.ReadinessLevel;
import org.rapport.reporting.statistics.Bounds;
import org.rapport.reporting.statistics.BreslowDay;
import org.rapport.reporting.statistics.ClusterRobust;
import org.rapport.reporting.statistics.CochranMantelHaenszel;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.Trend;

/**
 * The answer. A count that may not be shown is null; an estimate that is undefined or may not be shown has a null value
 * and a reason.
 *
 * @param interaction whether the association differs between the ready and the others; absent where the strata are others
 * @param multiplicity the p-values of each family of comparisons, also adjusted for there being several
 * @param readyItems means of the four items behind the score, among the ready whose need was assessed
 */
@JsonInclude(Include.ALWAYS)
public record ComparisonReport(
        @Schema(examples = "readiness") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        Table table,
        Estimates estimates,
        Tests tests,
        StratifiedAnalysis stratified,
        @JsonInclude(Include.NON_NULL) InteractionAnalysis interaction,
        TrendAnalysis trend,
        RankCorrelation rank,
        ClusteredAnalysis clusterRobust,
        Bounds bounds,
        Long exchangesInWindow,
        Long maxExchanges,
        ItemMeans readyItems,
        List<Comparison> multiplicity,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    public record Parameters(
            Instant asOf,
            @Schema(examples = "P180D") String window,
            Integer threshold,
            boolean confirmed,
            boolean newTies,
            @Schema(examples = "any") String role,
            @Schema(examples = "participation") String unit,
            @Schema(examples = "ready") String exposure,
            @Schema(examples = "recorded") String ascertainment,
            @Schema(examples = "programme") String stratifyBy,
            UUID programme,
            UUID project,
            UUID event,
            String country,
            Instant from,
            Instant to) {}

    /** Who is in the report, and who is not and why. */
    public record Population(
            Long participations,
            Long participants,
            Long ascertained,
            Long unascertained,
            Long unascertainedExposed,
            Long unascertainedThoughEngaged,
            Excluded excluded,
            Long lateNeeds,
            Long exposed) {}

    /** The same within strata, and pooled over them. */
    public record StratifiedAnalysis(
            String by,
            List<StratumRow> strata,
            MantelHaenszel mantelHaenszel,
            CochranMantelHaenszel cochranMantelHaenszel,
            BreslowDay breslowDay) {}

    /**
     * How the association among the ready differs from that among the others.
     *
     * @param robust with errors that only take people to be independent
     */
    public record InteractionAnalysis(
            Estimate ratioOfRelativeRisks,
            Estimate ratioOfOddsRatios,
            Estimate differenceOfRiskDifferences,
            TestResult test,
            RobustRatios robust) {}

    /** Ratios cluster-robust by participant. */
    public record RobustRatios(Estimate ratioOfRelativeRisks, Estimate ratioOfOddsRatios) {}

    /** Whether more readiness goes with more engagement. */
    public record TrendAnalysis(List<LevelRow> levels, Trend cochranArmitage) {}

    /** One level of readiness. */
    public record LevelRow(ReadinessLevel level, Long engaged, Long total) {}

    /** What the table says when somebody may count several times; {@code clusters} people in {@code rows} rows. */
    public record ClusteredAnalysis(
            Long clusters, Long rows, Estimate relativeRisk, Estimate riskDifference, Estimate oddsRatio) {

        static ClusteredAnalysis from(ClusterRobust estimates) {
            return new ClusteredAnalysis(
                    estimates.clusters(),
                    estimates.rows(),
                    estimates.relativeRisk(),
                    estimates.riskDifference(),
                    estimates.oddsRatio());
        }
    }

    /** What the ready said of their needs, each item from 0 to 4. */
    public record ItemMeans(
            Long assessed,
            Long notAssessed,
            Double specificity,
            Double urgency,
            Double authority,
            Double benefit,
            @JsonInclude(Include.NON_NULL) String reason) {

        static ItemMeans undefined(String reason, Long notAssessed) {
            return new ItemMeans(null, notAssessed, null, null, null, null, reason);
        }
    }
}
