package org.rapport.reporting.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.rapport.reporting.answer.Estimates;
import org.rapport.reporting.answer.MantelHaenszel;
import org.rapport.reporting.answer.RankCorrelation;
import org.rapport.reporting.answer.StratumRow;
import org.rapport.reporting.answer.Table;
import org.rapport.reporting.answer.Tests;
import org.rapport.reporting.report.Cells;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.Suppression;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.comparison.ComparisonReport.LevelRow;
import org.rapport.reporting.report.comparison.ComparisonReport.Population;
import org.rapport.reporting.report.comparison.ComparisonTally.StratumKey;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.ReadinessLevel;
import org.rapport.reporting.report.participation.Words;
import org.rapport.reporting.statistics.Bounds;
import org.rapport.reporting.statistics.ClusterRobust;
import org.rapport.reporting.statistics.Interaction;
import org.rapport.reporting.statistics.Stratified;
import org.rapport.reporting.statistics.Stratum;
import org.rapport.reporting.statistics.Trend;
import org.rapport.reporting.statistics.TwoByTwo;

/** Turns counts into the answer, leaving out what this caller may not see; nothing hidden enters what is shown. */
final class ComparisonAssembly {

    private static final double[] LEVEL_SCORES = {0, 1, 2, 3};

    private final ComparisonQuestion question;
    private final LeftOut leftOut;
    private final ComparisonTally tally;
    private final Disclosure disclosure;
    private final Hidden hidden;
    private final TwoByTwo table;
    private final TwoByTwo unascertained;
    private final ClusterRobust clusterRobust;
    private final boolean tableHidden;
    private final boolean unascertainedHidden;
    private final boolean trendHidden;
    private final SortedMap<StratumKey, Cells> strata;
    private final Set<StratumKey> hiddenStrata;

    ComparisonAssembly(ComparisonQuestion question, LeftOut leftOut, ComparisonTally tally, Disclosure disclosure) {
        this.question = question;
        this.leftOut = leftOut;
        this.tally = tally;
        this.disclosure = disclosure;
        this.hidden = new Hidden(disclosure.reason());
        this.table = disclosure.table(tally.table);
        this.unascertained = disclosure.table(tally.unascertained);
        this.clusterRobust = tally.clusterRobust().around(tally.table.table(), table);
        this.tableHidden = disclosure.hides(tally.table);
        this.unascertainedHidden = tableHidden || disclosure.hidesRows(tally.unascertained);
        this.trendHidden = tableHidden || tally.levels.values().stream().anyMatch(disclosure::hidesWithinRows);
        this.strata = tally.strata();
        this.hiddenStrata = disclosure.hiddenParts(strata);
    }

    ComparisonReport report() {
        String reason = disclosure.reason();
        Estimates estimates = tableHidden ? Estimates.hidden(reason) : Estimates.of(table);
        Tests tests = tableHidden ? Tests.hidden(reason) : Tests.of(table);
        ComparisonReport.StratifiedAnalysis stratified = stratified();
        ComparisonReport.InteractionAnalysis interaction = interaction();
        ComparisonReport.TrendAnalysis trend = trend();
        RankCorrelation rank = trendHidden ? RankCorrelation.hidden(reason) : tally.pairs.correlation();
        Population population = population();
        Bounds bounds = bounds();
        ComparisonWarnings warnings = new ComparisonWarnings(question);
        warnings.population(population, bounds);
        warnings.table(tableHidden ? null : table, estimates);
        warnings.clusters(tableHidden ? null : clusterRobust);
        warnings.strata(hiddenStrata.isEmpty() && !tableHidden ? stratifiedTables() : null, stratified);
        warnings.interaction(interaction);
        warnings.trend(trend.cochranArmitage());
        warnings.suppression(disclosure, tableHidden || !hiddenStrata.isEmpty() || trendHidden || unascertainedHidden);
        return new ComparisonReport(
                question.report(),
                question.selection().asOf(),
                question.parameters(),
                population,
                tableHidden ? Table.hidden(reason) : Table.of(table),
                estimates,
                tests,
                stratified,
                interaction,
                trend,
                rank,
                tableHidden ? hidden.clusterRobust() : ComparisonReport.ClusteredAnalysis.from(clusterRobust),
                bounds,
                tableHidden ? null : tally.exchanges,
                disclosure.full() ? tally.maxExchanges : null,
                readyItems(),
                Multiple.comparisons(tests, stratified, interaction, trend, rank),
                Suppression.of(disclosure),
                ComparisonWording.definitions(question),
                ComparisonWording.methods(),
                warnings.list());
    }

    private Population population() {
        boolean hidesUnascertained = disclosure.hidesCount(tally.unascertainedUnits.people());
        // people who are unascertained altogether, whom the difference to the clusters would tell
        boolean hidesParticipants =
                hidesUnascertained || disclosure.hidesCount(tally.units.people() - clusterRobust.clusters());
        return new Population(
                hidesUnascertained ? null : disclosure.count(tally.units.count(), tally.units.people()),
                hidesParticipants ? null : disclosure.count(tally.units.people(), tally.units.people()),
                disclosure.count(table.total(), clusterRobust.clusters()),
                tally.unascertainedUnits.shown(disclosure),
                unascertainedHidden ? null : Long.valueOf(unascertained.exposed()),
                disclosure.hidesColumns(tally.unascertained) ? null : Long.valueOf(unascertained.outcomes()),
                leftOut.shown(disclosure),
                tally.late.shown(disclosure),
                unascertainedHidden ? null : Long.valueOf(table.exposed() + unascertained.exposed()));
    }

    private Stratified stratifiedTables() {
        List<Stratum> tables = new ArrayList<>();
        strata.forEach((key, cells) -> tables.add(new Stratum(key.label(), disclosure.table(cells))));
        return new Stratified(tables);
    }

    private ComparisonReport.StratifiedAnalysis stratified() {
        List<StratumRow> rows = new ArrayList<>();
        strata.forEach((key, cells) -> rows.add(
                hiddenStrata.contains(key) || tableHidden
                        ? StratumRow.hidden(key.key(), key.label(), disclosure.reason())
                        : StratumRow.of(key.key(), key.label(), disclosure.table(cells))));
        String by = Words.of(question.stratifyBy());
        if (tableHidden || !hiddenStrata.isEmpty()) {
            return hidden.stratified(by, rows);
        }
        Stratified tables = stratifiedTables();
        return new ComparisonReport.StratifiedAnalysis(
                by, rows, MantelHaenszel.of(tables), tables.cochranMantelHaenszel(), tables.breslowDay());
    }

    private ComparisonReport.InteractionAnalysis interaction() {
        if (question.stratifyBy() != StratifyBy.READINESS) {
            return null;
        }
        if (tableHidden || !hiddenStrata.isEmpty()) {
            return hidden.interaction();
        }
        Interaction naive = Interaction.of(
                disclosure.table(strata.get(StratumKey.READY)), disclosure.table(strata.get(StratumKey.NOT_READY)));
        return new ComparisonReport.InteractionAnalysis(
                naive.ratioOfRelativeRisks(),
                naive.ratioOfOddsRatios(),
                naive.differenceOfRiskDifferences(),
                naive.test(),
                new ComparisonReport.RobustRatios(
                        tally.interaction().ratioOfRelativeRisks(),
                        tally.interaction().ratioOfOddsRatios()));
    }

    private ComparisonReport.TrendAnalysis trend() {
        List<LevelRow> levels = new ArrayList<>();
        long[] engaged = new long[LEVEL_SCORES.length];
        long[] totals = new long[LEVEL_SCORES.length];
        for (Map.Entry<ReadinessLevel, Cells> entry : tally.levels.entrySet()) {
            TwoByTwo cells = disclosure.table(entry.getValue());
            int level = entry.getKey().ordinal();
            engaged[level] = cells.outcomes();
            totals[level] = cells.total();
            levels.add(new LevelRow(
                    entry.getKey(), trendHidden ? null : engaged[level], trendHidden ? null : totals[level]));
        }
        return new ComparisonReport.TrendAnalysis(
                levels, trendHidden ? hidden.trend() : Trend.of(engaged, totals, LEVEL_SCORES));
    }

    private Bounds bounds() {
        return unascertainedHidden
                ? new Bounds(null, null, disclosure.reason())
                : Bounds.of(table, unascertained.exposed(), unascertained.unexposed());
    }

    private ComparisonReport.ItemMeans readyItems() {
        return trendHidden || disclosure.hidesCount(tally.items.people())
                ? ComparisonReport.ItemMeans.undefined(disclosure.reason(), null)
                : tally.items.means();
    }
}
