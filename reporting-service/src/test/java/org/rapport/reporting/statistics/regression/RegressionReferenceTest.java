package org.rapport.reporting.statistics.regression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.Reference;

class RegressionReferenceTest {

    /** R's glm.nb stops when the deviance changes by less than a part in 10^8; an exact maximum is as near as this. */
    private static final double AS_NEAR_AS_R_GOES = 1e-8;

    private static final JsonNode EXPECTED = Reference.expected("08_regression_sensitivity_multiplicity");
    private static final List<String[]> ROWS =
            Reference.rows("08_regression_sensitivity_multiplicity/participants.csv");
    private static final double[] READINESS = Reference.doubles(ROWS, 1);
    private static final double[] EMBEDDED = Reference.doubles(ROWS, 2);
    private static final double[] DAYS = Reference.doubles(ROWS, 3);
    private static final long[] EXCHANGES = Reference.longs(ROWS, 4);

    private static Covariates readinessAndEmbedded() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("readiness", READINESS);
        columns.put("embedded", EMBEDDED);
        return Covariates.of(ROWS.size(), columns);
    }

    /** Follow-up in years. */
    private static double[] offset() {
        return Arrays.stream(DAYS).map(d -> Math.log(d / 365)).toArray();
    }

    @Test
    void agreesOnLogisticRegression() {
        JsonNode expected = EXPECTED.get("logistic_engaged_on_readiness_embedded_logfollowup");
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("readiness", READINESS);
        columns.put("embedded", EMBEDDED);
        columns.put("log(followup_days)", Arrays.stream(DAYS).map(Math::log).toArray());
        boolean[] engaged = new boolean[ROWS.size()];
        for (int i = 0; i < engaged.length; i++) {
            engaged[i] = ROWS.get(i)[5].equals("1");
        }
        RegressionFit fit = LogisticRegression.fit(Covariates.of(ROWS.size(), columns), engaged);
        assertCoefficients(fit, expected, Reference.NINE_DIGITS);
        assertAgrees("log likelihood", fit.logLikelihood(), expected.get("loglik"));
        assertAgrees("null deviance", -2 * fit.logLikelihoodNull(), expected.get("null_deviance"));
        assertAgrees("deviance", -2 * fit.logLikelihood(), expected.get("deviance"));
        assertAgrees("AIC", 2 * 4 - 2 * fit.logLikelihood(), expected.get("aic"));
    }

    @Test
    void agreesOnPoissonRegression() {
        JsonNode expected = EXPECTED.get("poisson");
        RegressionFit fit = CountRegression.poisson(readinessAndEmbedded(), EXCHANGES, offset());
        assertCoefficients(fit, expected, Reference.NINE_DIGITS);
        assertAgrees("log likelihood", fit.logLikelihood(), expected.get("loglik"));
        assertAgrees("AIC", 2 * 3 - 2 * fit.logLikelihood(), expected.get("aic"));
        double saturated = Arrays.stream(EXCHANGES)
                .mapToDouble(y -> y == 0 ? 0 : y * Math.log(y) - y - Gamma.logGamma(y + 1))
                .sum();
        assertAgrees("deviance", 2 * (saturated - fit.logLikelihood()), expected.get("deviance"));
        assertAgrees("null deviance", 2 * (saturated - fit.logLikelihoodNull()), expected.get("null_deviance"));
    }

    @Test
    void agreesOnNegativeBinomialRegression() {
        JsonNode expected = EXPECTED.get("negative_binomial");
        NegativeBinomial model = NegativeBinomial.of(readinessAndEmbedded(), EXCHANGES, offset());
        assertCoefficients(model.fit(), expected, AS_NEAR_AS_R_GOES);
        Inference inference = model.fit().coefficients().modelBased();
        for (int j = 0; j < 3; j++) {
            double there = expected.get("rate_ratio").get(j).asDouble();
            assertAgrees("rate ratio", inference.ratio(j).value(), there, AS_NEAR_AS_R_GOES);
        }
        assertAgrees("theta", model.theta(), expected.get("theta"));
        assertAgrees("alpha", model.alpha(), expected.get("alpha"));
        assertAgrees("error of theta", model.thetaStandardError(), expected.get("se_theta"));
        assertAgrees("log likelihood", model.fit().logLikelihood(), expected.get("loglik"));
        assertAgrees("Poisson", model.poissonLogLikelihood(), expected.get("poisson_loglik"));
        assertAgrees("overdispersion", model.overdispersion().statistic(), expected.get("lr_overdispersion"));
        assertAgrees("p", model.overdispersion().pValue(), expected.get("p_overdispersion_half_chisq"));
        assertAgrees(
                "theta by glm.nb", model.theta(), expected.get("glmnb_theta_R").asDouble(), AS_NEAR_AS_R_GOES);
    }

    private static void assertCoefficients(RegressionFit fit, JsonNode expected, double precision) {
        Inference inference = fit.coefficients().modelBased();
        assertThat(fit.n(), is(400L));
        for (int j = 0; j < expected.get("terms").size(); j++) {
            assertThat(
                    fit.coefficients().names().get(j),
                    is(expected.get("terms").get(j).asText()));
            assertAgrees(
                    "coefficient",
                    inference.coefficient(j),
                    expected.get("coef").get(j).asDouble(),
                    precision);
            assertAgrees(
                    "standard error",
                    inference.standardError(j),
                    expected.get("se").get(j).asDouble(),
                    precision);
            if (expected.has("z")) {
                assertAgrees(
                        "z", inference.wald(j).statistic(), expected.get("z").get(j));
                assertAgrees("p", inference.wald(j).pValue(), expected.get("p").get(j));
            }
        }
    }
}
