package org.rapport.reporting.report.needs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.answer.Median;
import org.rapport.reporting.answer.SurvivalCurve;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.statistics.Estimate;

/**
 * The answer. What may not be shown, or is undefined, is null, with a reason where it is an estimate.
 *
 * @param openNobodyOffers open needs on whose topic nobody else offers anything
 * @param timeToMet of all needs, in days from their declaration
 */
@JsonInclude(Include.ALWAYS)
@Schema(name = "NeedsReport")
public record NeedReport(
        @Schema(examples = "needs") String report,
        Instant asOf,
        Parameters parameters,
        Population population,
        Long declared,
        Long met,
        Long withdrawn,
        Long open,
        Estimate share,
        List<NeedRow> byTopic,
        List<NeedRow> byKind,
        Long openNobodyOffers,
        List<UnofferedRow> openNobodyOffersByTopic,
        SurvivalCurve timeToMet,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings)
        implements CsvReport {

    /** The question with its defaults; null filters take everything. */
    @Schema(name = "NeedsParameters")
    public record Parameters(
            Instant asOf, UUID programme, UUID project, UUID event, String country, Instant from, Instant to) {}

    /**
     * Whose needs these are, and which are left out.
     *
     * @param leftBeforeDeclaration counted, but not in the curves
     */
    @Schema(name = "NeedsPopulation")
    public record Population(Long participants, Long leftBeforeDeclaration, NeedsExcluded excluded) {}

    /** Needs left out. */
    public record NeedsExcluded(Long noResearchConsent) {}

    /**
     * Needs of one topic or kind.
     *
     * @param share met, of those declared
     * @param daysToMet by Kaplan and Meier
     */
    @Schema(name = "NeedsRow")
    public record NeedRow(
            String key,
            String label,
            Long declared,
            Long met,
            Long withdrawn,
            Long open,
            Estimate share,
            Median daysToMet) {}

    /** Open needs on a topic that nobody else offers. */
    public record UnofferedRow(String key, String label, Long open) {}
}
