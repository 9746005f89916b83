package org.rapport.reporting.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.report.CsvReport;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.statistics.Estimate;

/**
 * The answer. What may not be shown, or is undefined, is null, beside its reason where there is room for one.
 *
 * @param exchanges that count
 * @param nodes people with at least one of them
 * @param ties pairs of people with at least one of them
 * @param isolates people of the population with none
 * @param density ties of all possible pairs of nodes
 * @param componentSizes nodes of each component, the largest 100; only for analysts
 * @param degreeDistribution how many nodes have so many ties; several numbers of ties together where few people have them
 * @param reciprocity share of the ties of which both sides have confirmed at least one exchange
 * @param coverage what each figure is computed from, and who or what was left out of it
 * @param reason why there are no figures at all
 */
public record NetworkReport(
        @Schema(examples = "network") String report,
        Instant asOf,
        NetworkParameters parameters,
        NetworkPopulation population,
        Long exchanges,
        Long nodes,
        Long ties,
        Long isolates,
        Long nodesWithIsolates,
        Double density,
        Double densityWithIsolates,
        Long components,
        Long largestComponent,
        Long componentsWithIsolates,
        List<Integer> componentSizes,
        Double meanDegree,
        Long maxDegree,

        @Schema(examples = "{\"1\": 242, \"2\": 167, \"3-13\": 192}")
        Map<String, Long> degreeDistribution,

        Centralisations centralisation,
        Estimate reciprocity,
        EiIndices eiIndex,
        Communities communities,
        List<EventGrowth> growth,
        List<FigureCoverage> coverage,
        Suppression suppression,
        Map<String, String> definitions,
        Map<String, String> methods,
        List<String> warnings,
        @JsonInclude(Include.NON_NULL) String reason)
        implements CsvReport {

    /** Who could be in the network, and who is not and why. */
    public record NetworkPopulation(Long participants, ExcludedPeople excluded, ExcludedExchanges excludedExchanges) {}

    /** People of the selection who are left out. */
    public record ExcludedPeople(Long noResearchConsent) {}

    /** Exchanges left out, each by the first reason that applies. */
    public record ExcludedExchanges(
            Long notCounting, Long notConfirmed, Long noResearchConsent, Long outsideSelection) {}

    /** How far the network is built around one node, from 0 to 1. */
    public record Centralisations(Estimate degree, Estimate betweenness) {}

    /** Whether ties stay within groups (-1) or lead out of them (1). */
    public record EiIndices(EiIndex organisation, EiIndex country) {}

    /**
     * One grouping.
     *
     * @param expected what ties without regard to the groups would come to on average
     */
    public record EiIndex(Estimate index, Estimate expected, Long internal, Long external, Long unknown) {}

    /**
     * Groups with more ties within them than chance would give.
     *
     * @param sizes nodes of each, the largest 100; only for analysts
     */
    public record Communities(
            Long count,
            Long largest,
            Double modularity,
            List<Integer> sizes,
            @JsonInclude(Include.NON_NULL) String reason) {}

    /**
     * New ties between those who attended an event.
     *
     * @param key of the event
     * @param attendees with consent to research
     * @param pairs of attendees, whether tied or not
     * @param before ties of two attendees whose first exchange began within the window before the event
     * @param during whose first exchange began while it lasted
     * @param after whose first exchange began within the window after it; null if that window is not over yet
     */
    public record EventGrowth(
            UUID key,
            String label,
            Instant startsAt,
            Instant endsAt,
            Long attendees,
            Long withoutConsent,
            Long pairs,
            Long before,
            Long during,
            Long after,
            @JsonInclude(Include.NON_NULL) String reason) {}

    /**
     * What a figure is computed from.
     *
     * @param key the figure
     * @param unit of what is counted
     * @param leftOut how many were left out, and {@code why}
     */
    public record FigureCoverage(String key, String unit, Long counted, Long leftOut, String why) {}
}
