package org.rapport.reporting.statistics.regression;

import java.util.List;

/**
 * Yes or no: logit P(y) = xβ, by maximum likelihood; exp(β) is an odds ratio. Assumes independent rows, unless the errors
 * are taken by cluster, and as many yes and no that 10 of the rarer go with each covariate (Peduzzi et al. 1996). Where
 * covariates separate yes from no there is no finite estimate, and none is given (Albert and Anderson 1984). Cox 1958.
 */
public final class LogisticRegression {

    private static final int OUTCOMES_PER_COVARIATE = 10;

    private LogisticRegression() {}

    public static RegressionFit fit(Covariates covariates, boolean[] outcome) {
        double[] y = new double[outcome.length];
        int yes = 0;
        for (int i = 0; i < y.length; i++) {
            y[i] = outcome[i] ? 1 : 0;
            yes += outcome[i] ? 1 : 0;
        }
        int no = y.length - yes;
        if (yes == 0 || no == 0) {
            return RegressionFit.undefined(y.length, "no variation in the outcome");
        }
        RegressionFit.Choice choice = RegressionFit.Choice.of(covariates);
        double logLikelihoodNull = yes * Math.log((double) yes / y.length) + no * Math.log((double) no / y.length);
        return RegressionFit.of(
                choice,
                new GeneralisedLinear(choice.kept(), y, new double[y.length], Family.BINOMIAL),
                choice.start(Math.log((double) yes / no)),
                logLikelihoodNull,
                warnings(Math.min(yes, no), choice.kept().size()));
    }

    private static List<String> warnings(int rarer, int covariates) {
        if (rarer >= (long) OUTCOMES_PER_COVARIATE * covariates) {
            return List.of();
        }
        return List.of(rarer + " of the rarer outcome for " + covariates + " covariates: fewer than "
                + OUTCOMES_PER_COVARIATE + " for each, too few to rely on coefficients and intervals");
    }
}
