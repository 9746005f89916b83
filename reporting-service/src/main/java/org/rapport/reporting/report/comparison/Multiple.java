package org.rapport.reporting.report.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.answer.Comparison;
import org.rapport.reporting.answer.RankCorrelation;
import org.rapport.reporting.answer.StratumRow;
import org.rapport.reporting.answer.Tests;

/** The p-values of the report that one might pick the smallest of, adjusted for there being several. */
final class Multiple {

    private Multiple() {}

    static List<Comparison> comparisons(
            Tests tests,
            ComparisonReport.StratifiedAnalysis stratified,
            ComparisonReport.InteractionAnalysis interaction,
            ComparisonReport.TrendAnalysis trend,
            RankCorrelation rank) {
        Map<String, Double> overall = new LinkedHashMap<>();
        overall.put("chiSquared", tests.chiSquared().pValue());
        overall.put("cochranMantelHaenszel", stratified.cochranMantelHaenszel().pValue());
        if (interaction != null) {
            overall.put("interaction", interaction.test().pValue());
        }
        overall.put("cochranArmitage", trend.cochranArmitage().pValue());
        overall.put("spearman", rank.spearman().pValue());
        overall.put("kendall", rank.kendall().pValue());
        List<Double> strata = new ArrayList<>();
        stratified.strata().forEach(stratum -> strata.add(stratum.fisherExact().pValue()));
        List<Comparison> comparisons = new ArrayList<>(Comparison.family("association", overall));
        comparisons.addAll(Comparison.family(
                "strata", stratified.strata().stream().map(StratumRow::label).toList(), strata));
        return comparisons;
    }
}
