package org.rapport.reporting.report.readiness;

import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.answer.RankCorrelation;
import org.rapport.reporting.answer.Tests;
import org.rapport.reporting.report.readiness.ReadinessReport.Comparison;
import org.rapport.reporting.statistics.Multiplicity;

/** The p-values of the report that one might pick the smallest of, adjusted for there being several. */
final class Multiple {

    private Multiple() {}

    static List<Comparison> comparisons(
            Tests tests,
            ReadinessReport.StratifiedAnalysis stratified,
            ReadinessReport.TrendAnalysis trend,
            RankCorrelation rank) {
        Family overall = new Family("association");
        overall.add("chiSquared", tests.chiSquared().pValue());
        overall.add("cochranMantelHaenszel", stratified.cochranMantelHaenszel().pValue());
        overall.add("cochranArmitage", trend.cochranArmitage().pValue());
        overall.add("spearman", rank.spearman().pValue());
        overall.add("kendall", rank.kendall().pValue());
        Family strata = new Family("strata");
        stratified
                .strata()
                .forEach(stratum ->
                        strata.add(stratum.label(), stratum.fisherExact().pValue()));
        List<Comparison> comparisons = new ArrayList<>(overall.adjusted());
        comparisons.addAll(strata.adjusted());
        return comparisons;
    }

    private static final class Family {

        private final String name;
        private final List<String> labels = new ArrayList<>();
        private final List<Double> pValues = new ArrayList<>();

        Family(String name) {
            this.name = name;
        }

        void add(String label, Double pValue) {
            labels.add(label);
            pValues.add(pValue);
        }

        List<Comparison> adjusted() {
            List<Double> holm = Multiplicity.holm(pValues);
            List<Comparison> comparisons = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                comparisons.add(new Comparison(name, labels.get(i), pValues.get(i), holm.get(i)));
            }
            return comparisons;
        }
    }
}
