package org.rapport.reporting.statistics.regression;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.rapport.reporting.statistics.Roots;
import org.rapport.reporting.statistics.Tails;
import org.rapport.reporting.statistics.TestResult;

/**
 * Counts that vary more than a Poisson distribution would let them: log μ = xβ + offset, variance μ + α μ² (NB2), all by
 * maximum likelihood; exp(β) is a ratio of rates. Standard errors of β are those given α, with which they are
 * asymptotically independent. Lawless 1987; Hilbe 2011.
 *
 * @param fit of the coefficients; its likelihood ratio test lets α differ between the models with and without covariates
 * @param theta 1 / α, by which R's MASS goes
 * @param thetaStandardError from the curvature given β
 * @param poissonLogLikelihood the same model with α = 0
 * @param overdispersion the likelihood ratio test of α = 0, which lies on the boundary: half of a chi-squared's tail. Self
 *     and Liang 1987
 */
public record NegativeBinomial(
        RegressionFit fit,
        Double theta,
        Double alpha,
        Double thetaStandardError,
        Double poissonLogLikelihood,
        TestResult overdispersion) {

    private static final String NO_OVERDISPERSION = "no more variation than a Poisson distribution has";

    public static NegativeBinomial of(Covariates covariates, long[] counts, double[] offset) {
        RegressionFit poisson = CountRegression.poisson(covariates, counts, offset);
        if (!poisson.defined()) {
            return undefined(poisson, poisson.reason());
        }
        RegressionFit.Choice choice = RegressionFit.Choice.of(covariates);
        double[] y = CountRegression.counts(counts);
        Profile profile = new Profile(choice, y, offset);
        if (!profile.isOverdispersed(poisson)) {
            return undefined(poisson, NO_OVERDISPERSION);
        }
        Profile without = new Profile(RegressionFit.Choice.of(covariates.only(List.of())), y, offset);
        RegressionFit poissonWithout = CountRegression.poisson(covariates.only(List.of()), counts, offset);
        double theta = profile.largestTheta();
        RegressionFit fit = profile.fit(theta);
        if (!fit.defined()) {
            return undefined(fit, fit.reason());
        }
        // without covariates there is at least as much variation left to explain
        double logLikelihoodNull = without.isOverdispersed(poissonWithout)
                ? without.fit(without.largestTheta()).logLikelihood()
                : poissonWithout.logLikelihood();
        RegressionFit compared = new RegressionFit(
                fit.n(),
                fit.coefficients(),
                choice.dropped(),
                logLikelihoodNull,
                fit.logLikelihood(),
                RegressionFit.likelihoodRatio(
                        logLikelihoodNull, fit.logLikelihood(), choice.kept().size()),
                fit.warnings(),
                null);
        double information = profile.information(theta, fit);
        double statistic = Math.max(0, 2 * (fit.logLikelihood() - poisson.logLikelihood()));
        return new NegativeBinomial(
                compared,
                theta,
                1 / theta,
                information > 0 ? Double.valueOf(1 / Math.sqrt(information)) : null,
                poisson.logLikelihood(),
                new TestResult(statistic, 1L, Tails.chiSquared(statistic, 1) / 2, "likelihood ratio, half", null));
    }

    /** The Poisson model is what is left where there is no overdispersion. */
    private static NegativeBinomial undefined(RegressionFit fit, String reason) {
        return new NegativeBinomial(fit, null, null, null, fit.logLikelihood(), TestResult.undefined(reason));
    }

    /** The likelihood as a function of θ alone, β always the best for it. */
    private static final class Profile {

        private final RegressionFit.Choice choice;
        private final double[] y;
        private final double[] offset;

        /** The best β for the last θ that was tried, from which that of the next isn't far. */
        private double[] last;

        Profile(RegressionFit.Choice choice, double[] y, double[] offset) {
            this.choice = choice;
            this.y = y;
            this.offset = offset;
            this.last = choice.start(Math.log(Arrays.stream(y).sum() / y.length)
                    - Arrays.stream(offset).sum() / y.length);
        }

        private GeneralisedLinear given(double theta) {
            return new GeneralisedLinear(choice.kept(), y, offset, Family.negativeBinomial(1 / theta));
        }

        RegressionFit fit(double theta) {
            double constant = 0;
            for (double value : y) {
                constant += logGamma(value, theta) - Gamma.logGamma(value + 1);
            }
            return CountRegression.withConstant(
                    RegressionFit.of(choice, given(theta), last, null, List.of()), constant);
        }

        double largestTheta() {
            return Math.exp(Roots.increasingAround(logTheta -> -slope(Math.exp(logTheta)), 0));
        }

        /** Σ ((y - μ)² - y) > 0: whether the likelihood rises as α leaves 0. */
        boolean isOverdispersed(RegressionFit poisson) {
            double excess = 0;
            double[] mean = means(poisson);
            for (int i = 0; i < y.length; i++) {
                excess += (y[i] - mean[i]) * (y[i] - mean[i]) - y[i];
            }
            // less would be an α of a millionth, and nothing but rounding
            return excess > 1e-6 * Arrays.stream(y).sum();
        }

        /** The derivative by θ; that of β at its best is nothing. */
        private double slope(double theta) {
            GeneralisedLinear likelihood = given(theta);
            Maximum.of(likelihood, last, choice.ranges())
                    .ifPresent(maximum -> last = maximum.parameters().toArray());
            double slope = 0;
            for (int i = 0; i < y.length; i++) {
                double mean = Math.exp(likelihood.eta(i, last));
                slope += digamma(y[i], theta) - Math.log1p(mean / theta) + (mean - y[i]) / (mean + theta);
            }
            return slope;
        }

        /** Minus the second derivative, given β. */
        double information(double theta, RegressionFit fit) {
            double[] mean = means(fit);
            double information = 0;
            for (int i = 0; i < y.length; i++) {
                double sum = mean[i] + theta;
                information += Gamma.trigamma(theta)
                        - Gamma.trigamma(y[i] + theta)
                        - 1 / theta
                        + 2 / sum
                        - (y[i] + theta) / (sum * sum);
            }
            return information;
        }

        /** log Γ(y + θ) - log Γ(θ) - y log θ as a sum in which nothing cancels. */
        private static double logGamma(double y, double theta) {
            if (y > 1000) {
                return Gamma.logGamma(y + theta) - Gamma.logGamma(theta) - y * Math.log(theta);
            }
            double sum = 0;
            for (int k = 1; k < y; k++) {
                sum += Math.log1p(k / theta);
            }
            return sum;
        }

        /** ψ(y + θ) - ψ(θ), likewise. */
        private static double digamma(double y, double theta) {
            if (y > 1000) {
                return Gamma.digamma(y + theta) - Gamma.digamma(theta);
            }
            double sum = 0;
            for (int k = 0; k < y; k++) {
                sum += 1 / (theta + k);
            }
            return sum;
        }

        private double[] means(RegressionFit fit) {
            double[] means = new double[y.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = Math.exp(
                        offset[i] + fit.coefficients().predictor(choice.kept().standardised(i)));
            }
            return means;
        }
    }
}
