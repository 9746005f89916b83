package org.rapport.reporting.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.math3.linear.RealMatrix;
import org.rapport.reporting.statistics.TestResult;

/**
 * A regression with an intercept, fitted by maximum likelihood.
 *
 * @param coefficients the intercept first; null if there is a reason
 * @param dropped covariates that say nothing, and were left out
 * @param logLikelihood with the covariates; with the intercept alone it is {@code logLikelihoodNull}
 */
public record RegressionFit(
        long n,
        Coefficients coefficients,
        List<Dropped> dropped,
        Double logLikelihoodNull,
        Double logLikelihood,
        TestResult likelihoodRatioTest,
        List<String> warnings,
        String reason) {

    public boolean defined() {
        return coefficients != null;
    }

    static RegressionFit undefined(long n, String reason) {
        return new RegressionFit(n, null, List.of(), null, null, TestResult.undefined(reason), List.of(), reason);
    }

    /** The covariates that can be told from the intercept and from each other. */
    record Choice(Covariates kept, List<Dropped> dropped) {

        static Choice of(Covariates covariates) {
            int size = covariates.size();
            double[][] correlation = new double[size][size];
            for (int i = 0; i < covariates.rows(); i++) {
                double[] x = covariates.standardised(i);
                for (int j = 0; j < size; j++) {
                    for (int k = 0; k < size; k++) {
                        correlation[j][k] += x[j] * x[k] / covariates.rows();
                    }
                }
            }
            List<Integer> kept = PositiveDefinite.independent(correlation, 0);
            List<Dropped> dropped = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                if (!kept.contains(j)) {
                    dropped.add(new Dropped(
                            covariates.names().get(j),
                            covariates.isConstant(j) ? Dropped.CONSTANT : Dropped.COLLINEAR));
                }
            }
            return new Choice(covariates.only(kept), dropped);
        }

        /** The intercept and no effect of any covariate. */
        double[] start(double intercept) {
            double[] start = new double[kept.size() + 1];
            start[0] = intercept;
            return start;
        }

        /** How far each coefficient's covariate ranges, the intercept's by 1. */
        double[] ranges() {
            double[] ranges = new double[kept.size() + 1];
            ranges[0] = 1;
            for (int j = 0; j < kept.size(); j++) {
                ranges[j + 1] = kept.range(j);
            }
            return ranges;
        }
    }

    /**
     * @param start the likeliest intercept without covariates, or better
     * @param logLikelihoodNull null if the models are not to be compared
     */
    static RegressionFit of(
            Choice choice,
            GeneralisedLinear likelihood,
            double[] start,
            Double logLikelihoodNull,
            List<String> warnings) {
        Covariates covariates = choice.kept();
        Optional<Maximum> maximum = Maximum.of(likelihood, start, choice.ranges());
        if (maximum.isEmpty()) {
            return failed(choice, logLikelihoodNull, null, warnings, "the likelihood has no maximum that was found");
        }
        Maximum found = maximum.get();
        double[] at = found.parameters().toArray();
        if (!found.unbounded().isEmpty()) {
            return failed(choice, logLikelihoodNull, found.value(), warnings, separation(covariates, found));
        }
        Optional<RealMatrix> covariance =
                PositiveDefinite.inverse(likelihood.expectedInformation(at).getData());
        if (covariance.isEmpty()) {
            return failed(choice, logLikelihoodNull, found.value(), warnings, "the information is singular");
        }
        Coefficients coefficients = Coefficients.withIntercept(
                covariates, found.parameters(), covariance.get(), covariance.get(), likelihood.scores(at));
        return new RegressionFit(
                covariates.rows(),
                coefficients,
                choice.dropped(),
                logLikelihoodNull,
                found.value(),
                likelihoodRatio(logLikelihoodNull, found.value(), covariates.size()),
                warnings,
                null);
    }

    private static String separation(Covariates covariates, Maximum found) {
        String names = found.unbounded().stream()
                .filter(j -> j > 0)
                .map(j -> covariates.names().get(j - 1))
                .collect(Collectors.joining(", "));
        return "separation, no finite estimate: the likelihood keeps rising with the coefficient of " + names;
    }

    private static RegressionFit failed(
            Choice choice, Double logLikelihoodNull, Double value, List<String> warnings, String reason) {
        return new RegressionFit(
                choice.kept().rows(),
                null,
                choice.dropped(),
                logLikelihoodNull,
                value,
                value == null
                        ? TestResult.undefined(reason)
                        : likelihoodRatio(
                                logLikelihoodNull, value, choice.kept().size()),
                warnings,
                reason);
    }

    static TestResult likelihoodRatio(Double without, double with, int df) {
        return df == 0 || without == null
                ? TestResult.undefined("no covariates")
                : TestResult.chiSquared(Math.max(0, 2 * (with - without)), df, "likelihood ratio");
    }
}
