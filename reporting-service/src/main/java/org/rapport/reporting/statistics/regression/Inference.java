package org.rapport.reporting.statistics.regression;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Tails;
import org.rapport.reporting.statistics.TestResult;

/**
 * Coefficients with one estimate of their covariance: intervals and tests by their asymptotic normality (Wald 1943).
 *
 * @param slopes which of them belong to covariates
 * @param covariance null if there is a reason
 */
public record Inference(RealVector values, List<Integer> slopes, RealMatrix covariance, String method, String reason) {

    private static final String NO_VARIANCE = "no variation to give a standard error";

    public double coefficient(int j) {
        return values.getEntry(j);
    }

    /** Null if it cannot be estimated. */
    public Double standardError(int j) {
        if (covariance == null || !(covariance.getEntry(j, j) > 0)) {
            return null;
        }
        return Math.sqrt(covariance.getEntry(j, j));
    }

    /** exp(β), with limits exp(β ± z se). */
    public Estimate ratio(int j) {
        Double se = standardError(j);
        double ratio = Math.exp(coefficient(j));
        if (!(ratio > 0 && ratio < Double.POSITIVE_INFINITY)) {
            return Estimate.undefined("larger than a number can be: measure the covariate in other units");
        }
        if (se == null || Double.isInfinite(Math.exp(Math.abs(coefficient(j)) + 2 * se))) {
            return new Estimate(
                    ratio, null, null, null, method, se, null, null, null, reason == null ? NO_VARIANCE : reason);
        }
        return Estimate.logNormal(ratio, se, method);
    }

    /** β / se, two-sided. */
    public TestResult wald(int j) {
        Double se = standardError(j);
        if (se == null) {
            return TestResult.undefined(reason == null ? NO_VARIANCE : reason);
        }
        double z = coefficient(j) / se;
        return new TestResult(z, null, Tails.normalTwoSided(z), method + " z", null);
    }

    /** Whether all coefficients of covariates are 0: β' V^-1 β. */
    public TestResult wald() {
        if (covariance == null) {
            return TestResult.undefined(reason);
        }
        if (slopes.isEmpty()) {
            return TestResult.undefined("no covariates");
        }
        int[] kept = slopes.stream().mapToInt(Integer::intValue).toArray();
        Optional<RealMatrix> inverse =
                PositiveDefinite.inverse(covariance.getSubMatrix(kept, kept).getData());
        if (inverse.isEmpty()) {
            return TestResult.undefined("fewer clusters than it takes to test all coefficients at once");
        }
        RealMatrix precision = inverse.get();
        double statistic = IntStream.range(0, kept.length)
                .mapToDouble(i -> IntStream.range(0, kept.length)
                        .mapToDouble(
                                j -> values.getEntry(kept[i]) * precision.getEntry(i, j) * values.getEntry(kept[j]))
                        .sum())
                .sum();
        return TestResult.chiSquared(statistic, kept.length, method);
    }
}
