package org.rapport.reporting.statistics.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.regression.PositiveDefinite;

/**
 * Test that hazard ratios don't change over time: the score test for adding x g(t) to the model, g(t) = 1 - S(t-), which
 * sums the Schoenfeld residuals x - x̄ weighted by g. A small p says that one hazard ratio is the wrong summary.
 * Schoenfeld 1982; Grambsch and Therneau 1994.
 *
 * @param transform what g is: {@code km}, so that late events, where few are left, don't weigh more than others
 * @param rows one per covariate, and {@code GLOBAL} for all at once
 */
public record ProportionalHazards(String transform, List<Row> rows, String reason) {

    private static final String TRANSFORM = "km";
    private static final String METHOD = "Schoenfeld, score test";

    /** The test of one covariate, or of all. */
    public record Row(String name, Double statistic, Long df, Double pValue, String method, String reason) {

        static Row of(String name, TestResult test) {
            return new Row(name, test.statistic(), test.df(), test.pValue(), test.method(), test.reason());
        }
    }

    static ProportionalHazards undefined(String reason) {
        return new ProportionalHazards(null, List.of(), reason);
    }

    static ProportionalHazards of(
            SurvivalTimes times,
            RiskSets riskSets,
            PartialLikelihood likelihood,
            double[] coefficients,
            List<String> names) {
        int size = riskSets.size();
        double[] g = timeScale(times);
        double[] u = new double[size];
        double[][] v = new double[size][size];
        double[][] plain = new double[size][size];
        double[][] cross = new double[size][size];
        double[][] squared = new double[size][size];
        for (int i = 0; i < riskSets.rows(); i++) {
            if (riskSets.event(i)) {
                for (int j = 0; j < size; j++) {
                    u[j] += g[riskSets.position(i)] * riskSets.x(i)[j];
                }
            }
        }
        likelihood.visit(riskSets.eta(coefficients), (time, weight, gone, mean) -> {
            double at = g[riskSets.position(time.first())];
            for (int j = 0; j < size; j++) {
                u[j] -= at * mean[j];
            }
            PartialLikelihood.covariance(time, weight, gone, mean, v);
            PartialLikelihood.add(v, 1, plain);
            PartialLikelihood.add(v, at, cross);
            PartialLikelihood.add(v, at * at, squared);
        });
        PartialLikelihood.symmetrise(plain);
        PartialLikelihood.symmetrise(cross);
        PartialLikelihood.symmetrise(squared);
        Optional<RealMatrix> inverse = PositiveDefinite.inverse(plain);
        if (inverse.isEmpty()) {
            return undefined("the information is singular");
        }
        RealMatrix between = new Array2DRowRealMatrix(cross, false);
        // what x g(t) varies by beyond what x does
        RealMatrix left = new Array2DRowRealMatrix(squared, false)
                .subtract(between.multiply(inverse.get()).multiply(between));
        return new ProportionalHazards(TRANSFORM, rows(names, new ArrayRealVector(u, false), left, squared), null);
    }

    private static List<Row> rows(List<String> names, RealVector u, RealMatrix left, double[][] squared) {
        List<Row> rows = new ArrayList<>();
        for (int j = 0; j < names.size(); j++) {
            int[] one = {j};
            rows.add(Row.of(names.get(j), test(u.getSubVector(j, 1), left.getSubMatrix(one, one), squared[j][j])));
        }
        double largest = 0;
        for (int j = 0; j < names.size(); j++) {
            largest = Math.max(largest, squared[j][j]);
        }
        rows.add(Row.of("GLOBAL", test(u, left, largest)));
        return rows;
    }

    private static TestResult test(RealVector u, RealMatrix variance, double size) {
        boolean varies = true;
        for (int j = 0; j < u.getDimension(); j++) {
            varies &= variance.getEntry(j, j) > 1e-10 * size;
        }
        Optional<RealMatrix> inverse = varies ? PositiveDefinite.inverse(variance.getData()) : Optional.empty();
        if (inverse.isEmpty()) {
            return TestResult.undefined("events at too few different times");
        }
        return TestResult.chiSquared(inverse.get().operate(u).dotProduct(u), u.getDimension(), METHOD);
    }

    /** g at each different time, centred at the events: where the mean is makes no difference but to rounding. */
    private static double[] timeScale(SurvivalTimes times) {
        double[] g = new double[times.distinctTimes()];
        double survival = 1;
        double sum = 0;
        List<KaplanMeier.Point> points = KaplanMeier.of(times).points();
        for (int t = 0; t < g.length; t++) {
            g[t] = 1 - survival;
            sum += g[t] * points.get(t).events();
            survival = points.get(t).survival();
        }
        for (int t = 0; t < g.length; t++) {
            g[t] -= sum / times.events();
        }
        return g;
    }
}
