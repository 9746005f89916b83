package org.rapport.reporting.statistics.regression;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/** Counts: log μ = xβ + offset, so that exp(β) is a ratio of rates; the offset is the logarithm of the time at risk. */
public final class CountRegression {

    private CountRegression() {}

    /** With variance μ: assumes that the events of one row have nothing to do with each other. */
    public static RegressionFit poisson(Covariates covariates, long[] counts, double[] offset) {
        double[] y = counts(counts);
        requireNumbers(offset);
        double total = Arrays.stream(y).sum();
        if (total == 0) {
            return RegressionFit.undefined(y.length, "no event");
        }
        RegressionFit.Choice choice = RegressionFit.Choice.of(covariates);
        double intercept = Math.log(total) - logSumExp(offset);
        GeneralisedLinear alone = new GeneralisedLinear(covariates.only(List.of()), y, offset, Family.POISSON);
        double constant =
                -Arrays.stream(y).map(value -> Gamma.logGamma(value + 1)).sum();
        RegressionFit fit = RegressionFit.of(
                choice,
                new GeneralisedLinear(choice.kept(), y, offset, Family.POISSON),
                choice.start(intercept),
                alone.at(new double[] {intercept}).value(),
                List.of());
        return withConstant(fit, constant);
    }

    /** The part of the log likelihood that depends on no coefficient. */
    static RegressionFit withConstant(RegressionFit fit, double constant) {
        return new RegressionFit(
                fit.n(),
                fit.coefficients(),
                fit.dropped(),
                fit.logLikelihoodNull() == null ? null : Double.valueOf(fit.logLikelihoodNull() + constant),
                fit.logLikelihood() == null ? null : Double.valueOf(fit.logLikelihood() + constant),
                fit.likelihoodRatioTest(),
                fit.warnings(),
                fit.reason());
    }

    static double[] counts(long[] counts) {
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("Not a count: " + count);
            }
        }
        return Arrays.stream(counts).asDoubleStream().toArray();
    }

    static void requireNumbers(double[] offset) {
        for (double value : offset) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not an offset: " + value);
            }
        }
    }

    private static double logSumExp(double[] values) {
        double largest = Arrays.stream(values).max().orElse(0);
        return largest
                + Math.log(Arrays.stream(values).map(v -> Math.exp(v - largest)).sum());
    }
}
