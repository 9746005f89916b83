package org.rapport.reporting.report.readinessexposure;

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
import org.rapport.reporting.statistics.Estimate;

/**
 * The answer. What may not be shown, or is undefined, is null, with a reason where it is an estimate.
 *
 * @param cells prior match or not, exposed or not
 * @param relativeRiskMatched of exposure, among pairs with a prior match
 * @param ratioOfRelativeRisks by how much more exposure goes with among the matched
 * @param comparison unexposed pairs in the risk set, by why they weren't exposed
 * @param comparisons exposed pairs against those who by design or accident weren't
 * @param qap whether exchanging pairs match more often than if people changed places
 * @param qapExposure whether exchanging pairs had met more often than that
 */
@JsonInclude(Include.ALWAYS)
@Schema(name = "ReadinessExposureReport")
public record ExposureReport(
        @Schema(examples = "readiness-exposure") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        Dyads dyads,
        List<CellRow> cells,
        Estimate relativeRiskMatched,
        Estimate relativeRiskUnmatched,
        Estimate ratioOfRelativeRisks,
        DyadicRobust dyadicRobust,
        List<RungRow> ladder,
        Unexposed comparison,
        List<DesignRow> comparisons,
        PermutationTest qap,
        PermutationTest qapExposure,
        List<Comparison> multiplicity,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "ReadinessExposureParameters")
    public record Parameters(
            Instant asOf,
            @Schema(examples = "P180D") String window,
            boolean confirmed,
            boolean newTies,
            UUID programme,
            UUID project,
            UUID event,
            String country,
            Instant from,
            Instant to) {}

    /** Who the pairs are of, and the pairs of participant and event that are left out. */
    @Schema(name = "ReadinessExposurePopulation")
    public record Population(Long participants, ExcludedMembers excluded) {}

    /** Left out, each by the first reason that applies. */
    public record ExcludedMembers(Long eventNotHeld, Long noResearchConsent) {}

    /** Pairs of people at events: all, those left out, and the rest. */
    public record Dyads(Long all, Long unascertained, Long priorTies, Long inRiskSet) {}

    /** Pairs of one kind, how many had an exchange, and how many exchanges. */
    public record CellRow(
            String key,
            boolean priorMatch,
            boolean exposed,
            Long dyads,
            Long exchanging,
            Long exchanges,
            Estimate risk,
            Double ratePer1000) {}

    /**
     * Pairs whose highest rung this is.
     *
     * @param matched how many of them matched
     * @param relativeRisk against those who weren't at the event together
     */
    public record RungRow(
            String rung,
            Long dyads,
            Long exchanging,
            Long exchanges,
            Estimate risk,
            Double ratePer1000,
            Long matched,
            Estimate relativeRisk) {}

    /** Unexposed pairs in the risk set. */
    public record Unexposed(Long notAttended, Long cancelledEvent) {}

    /**
     * A comparison of exposed pairs with others.
     *
     * @param group whom they are compared with
     * @param design how these came not to be exposed
     */
    public record DesignRow(
            String group,
            String design,
            Long dyads,
            Long exchanging,
            Estimate risk,
            Long comparedDyads,
            Long comparedExchanging,
            Estimate comparedRisk,
            Estimate relativeRisk) {}

    /** The same ratios, with errors that take only pairs without a person in common to be independent. */
    public record DyadicRobust(Robust matched, Robust unmatched, Robust ratio) {}

    /** A ratio and the variance of its logarithm. */
    public record Robust(
            Double value,
            Double lower,
            Double upper,
            Double level,
            String method,
            Double variance,
            Double seLog,
            @JsonInclude(Include.NON_NULL) String reason) {

        static Robust of(Estimate estimate) {
            return new Robust(
                    estimate.value(),
                    estimate.lower(),
                    estimate.upper(),
                    estimate.level(),
                    estimate.method(),
                    estimate.seLog() == null ? null : Double.valueOf(estimate.seLog() * estimate.seLog()),
                    estimate.seLog(),
                    estimate.reason());
        }
    }

    /**
     * By changing people's places within events.
     *
     * @param statistic how many exchanging pairs are of the kind
     * @param expected how many were on average over the permutations
     * @param pValue two-sided: twice the smaller of both sides
     */
    public record PermutationTest(
            Double statistic,
            Double expected,
            Double pValue,
            Double pGreater,
            Double pLess,
            Integer permutations,
            Long seed,
            String method,
            @JsonInclude(Include.NON_NULL) String reason) {

        static PermutationTest undefined(String reason) {
            return new PermutationTest(null, null, null, null, null, null, null, null, reason);
        }
    }
}
