package org.rapport.reporting.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapport.reporting.answer.Estimates;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.TooFew;
import org.rapport.reporting.report.comparison.ComparisonQuestion.Exposure;
import org.rapport.reporting.report.comparison.ComparisonReport.Population;
import org.rapport.reporting.statistics.Bounds;
import org.rapport.reporting.statistics.ClusterRobust;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Stratified;
import org.rapport.reporting.statistics.Trend;
import org.rapport.reporting.statistics.TwoByTwo;

/** What a reader has to know before using the numbers, in plain words, drawn only from what this reader is shown. */
final class ComparisonWarnings {

    private static final double SIGNIFICANT = 0.05;
    private static final long SMALL_CELL = 5;
    private static final long FEW_OUTCOMES = 10;
    private static final long FEW_CLUSTERS = 40;
    private static final double MUCH_UNASCERTAINED = 0.05;
    private static final double DIFFERENT = 0.1;

    private final ComparisonQuestion question;
    private final List<String> list = new ArrayList<>();

    ComparisonWarnings(ComparisonQuestion question) {
        this.question = question;
        if (question.exposure() == Exposure.NEED_MATCH && question.threshold() != null) {
            list.add("The threshold has no effect on the table when the exposure is needMatch");
        }
    }

    List<String> list() {
        return List.copyOf(list);
    }

    void population(Population population, Bounds bounds) {
        if (population.participations() == null || population.unascertained() == null) {
            return;
        }
        if (population.participations() == 0) {
            list.add("Nobody is in this selection: are these events HELD and over by "
                    + question.selection().asOf() + ", and did people with consent to research attend them?");
            return;
        }
        double share = (double) population.unascertained() / population.participations();
        if (share > MUCH_UNASCERTAINED) {
            String known = bounds.riskDifference() == null
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "; whatever they did, the risk difference lies between %.3f and %.3f",
                            bounds.riskDifference().lower(),
                            bounds.riskDifference().upper());
            list.add(String.format(
                    Locale.ROOT,
                    "%d of %d (%.0f %%) were not followed for the whole %d days and are left out of the table%s",
                    population.unascertained(),
                    population.participations(),
                    share * 100,
                    question.windowDays(),
                    known));
        }
        if (population.lateNeeds() != null && population.lateNeeds() > 0) {
            list.add(population.lateNeeds()
                    + " times a need was declared only after the event had begun: it does not count as prior");
        }
    }

    /** @param table null if it may not be shown */
    void table(TwoByTwo table, Estimates estimates) {
        if (table == null || table.total() == 0) {
            return;
        }
        if (smallestCell(table) < SMALL_CELL) {
            list.add(
                    "A cell of the table is below 5: prefer Fisher's exact test, and do not trust the intervals of the "
                            + "ratios");
        }
        if (table.outcomes() < FEW_OUTCOMES || table.total() - table.outcomes() < FEW_OUTCOMES) {
            list.add("Fewer than 10 engaged, or fewer than 10 did not: too few to conclude anything");
        }
        Estimate ratio = estimates.relativeRisk();
        if (ratio.lower() != null && ratio.lower() <= 1 && ratio.upper() >= 1) {
            list.add("The interval of the relative risk includes 1: these data cannot tell a difference from none; "
                    + TooFew.words(table));
        }
    }

    /** @param clusters null if they may not be shown */
    void clusters(ClusterRobust clusters) {
        if (clusters == null || clusters.rows() == clusters.clusters()) {
            return;
        }
        list.add(
                clusters.clusters() + " people are counted " + clusters.rows()
                        + " times: the intervals and tests that take rows to be independent are too sure; look at the cluster-robust one");
        if (clusters.clusters() < FEW_CLUSTERS) {
            list.add("Fewer than 40 people: the cluster-robust intervals are too short as well");
        }
    }

    /** @param strata null if not all of them may be shown */
    void strata(Stratified strata, ComparisonReport.StratifiedAnalysis analysis) {
        if (strata == null || strata.strata().isEmpty()) {
            return;
        }
        list.addAll(strata.warnings());
        long sparse = strata.strata().stream()
                .filter(stratum -> smallestCell(stratum.table()) < SMALL_CELL)
                .count();
        if (sparse > 0) {
            list.add(sparse + " of " + strata.strata().size() + " strata have a cell below 5: too few to look at them "
                    + "one by one");
        }
        Estimate crude = strata.crude().relativeRisk();
        Estimate pooled = analysis.mantelHaenszel().relativeRisk();
        if (crude.value() != null
                && pooled.value() != null
                && Math.abs(Math.log(crude.value() / pooled.value())) > DIFFERENT) {
            list.add(String.format(
                    Locale.ROOT,
                    "The relative risk is %.2f over all and %.2f when only those of one %s are compared: the first "
                            + "also holds what sets the strata apart",
                    crude.value(),
                    pooled.value(),
                    analysis.by()));
        }
    }

    /** @param interaction null if it isn't asked about */
    void interaction(ComparisonReport.InteractionAnalysis interaction) {
        if (interaction == null || interaction.robust().ratioOfOddsRatios().lower() == null) {
            return;
        }
        Estimate ratio = interaction.robust().ratioOfOddsRatios();
        if (ratio.lower() <= 1 && ratio.upper() >= 1) {
            list.add(
                    "The interval of the ratio of odds ratios includes 1: whether the association is another one among the"
                            + " ready, these data cannot tell; telling that takes far more people than telling the association");
        }
    }

    void trend(Trend trend) {
        if (trend.departure() != null
                && trend.departure().pValue() != null
                && trend.departure().pValue() < SIGNIFICANT) {
            list.add(
                    "Engagement does not rise or fall evenly with the level of readiness (p < 0.05): look at the levels, "
                            + "not at the trend");
        }
    }

    void suppression(Disclosure disclosure, boolean anythingHidden) {
        if (anythingHidden) {
            list.add("Numbers about fewer than " + disclosure.below()
                    + " people are hidden, with others from which they could be worked out");
        }
    }

    private static long smallestCell(TwoByTwo table) {
        return Math.min(Math.min(table.a(), table.b()), Math.min(table.c(), table.d()));
    }
}
