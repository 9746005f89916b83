package org.rapport.reporting.report.timetoexchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.answer.CoxRegression;
import org.rapport.reporting.answer.SurvivalCurve;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.participation.LeftOut.Excluded;
import org.rapport.reporting.statistics.survival.LogRank;

/**
 * The answer. What may not be shown, or is undefined, is null, with a reason where it is an estimate.
 *
 * @param covariateSums of those followed: how many have it, or the sum of their scores
 * @param curves of those not ready and of those ready
 */
@JsonInclude(Include.ALWAYS)
@Schema(name = "TimeToExchangeReport")
public record TimeReport(
        @Schema(examples = "time-to-exchange") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        Map<String, Double> covariateSums,
        List<SurvivalCurve> curves,
        LogRank logRank,
        CoxRegression cox,
        List<Comparison> multiplicity,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "TimeToExchangeParameters")
    public record Parameters(
            Instant asOf,
            Integer threshold,
            boolean confirmed,
            boolean newTies,
            @Schema(examples = "any") String role,
            @Schema(examples = "participation") String unit,
            @Schema(examples = "recorded") String ascertainment,
            @Schema(examples = "needMatch") List<String> covariates,
            UUID programme,
            UUID project,
            UUID event,
            String country,
            Instant from,
            Instant to) {}

    /**
     * Who is in the report, and who is not and why.
     *
     * @param followed those in the curves
     * @param leftBeforeEnd of whom nothing can be known, as they were not to be reached any more when the event ended
     * @param unascertained of whom nothing was ever ascertained
     */
    @Schema(name = "TimeToExchangePopulation")
    public record Population(
            Long participations,
            Long participants,
            Long followed,
            Long leftBeforeEnd,
            Long unascertained,
            Excluded excluded) {}
}
