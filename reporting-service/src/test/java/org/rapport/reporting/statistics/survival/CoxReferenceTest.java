package org.rapport.reporting.statistics.survival;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.Reference;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.Inference;

/** Ovarian cancer patients. */
class CoxReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("05_cox_ovarian");
    private static final List<String[]> ROWS = Reference.rows("05_cox_ovarian/ovarian.csv");
    private static final double[] AGE = Reference.doubles(ROWS, 3);
    private static final double[] TREATMENT = Reference.doubles(ROWS, 5);

    private static SurvivalTimes times() {
        boolean[] event = new boolean[ROWS.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = ROWS.get(i)[2].equals("1");
        }
        return SurvivalTimes.of(Reference.doubles(ROWS, 1), event);
    }

    private static Covariates treatment() {
        return Covariates.of(ROWS.size(), Map.of("rx", TREATMENT));
    }

    private static Covariates ageAndTreatment() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("age", AGE);
        columns.put("rx", TREATMENT);
        return Covariates.of(ROWS.size(), columns);
    }

    @Test
    void agreesOnOneCovariate() {
        assertCox(Cox.of(times(), treatment()), "rx");
    }

    @Test
    void agreesOnTwoCovariatesWithEitherRuleForTies() {
        int[] one = new int[ROWS.size()];
        assertCox(Cox.of(times(), ageAndTreatment()), "age_rx");
        assertCox(Cox.of(times(), ageAndTreatment(), one, Ties.BRESLOW), "age_rx_breslow");
    }

    @Test
    void agreesOnStrata() {
        int[] residualDisease =
                ROWS.stream().mapToInt(row -> Integer.parseInt(row[4])).toArray();
        assertCox(Cox.of(times(), treatment(), residualDisease, Ties.EFRON), "rx_strat_resid");
    }

    private static void assertCox(Cox actual, String name) {
        JsonNode expected = EXPECTED.get(name);
        assertThat(actual.reason(), nullValue());
        assertThat(actual.n(), is(expected.get("n").asLong()));
        assertThat(actual.events(), is(expected.get("events").asLong()));
        Inference inference = actual.coefficients().modelBased();
        List<String> names = actual.coefficients().names();
        assertThat(names.size(), is(expected.get("terms").size()));
        for (int j = 0; j < names.size(); j++) {
            JsonNode term = expected.get("terms").get(names.get(j));
            assertAgrees("coefficient", inference.coefficient(j), term.get("coef"));
            assertAgrees("standard error", inference.standardError(j), term.get("se"));
            assertAgrees("z", inference.wald(j).statistic(), term.get("z"));
            assertAgrees("p", inference.wald(j).pValue(), term.get("p"));
            assertAgrees("hazard ratio", inference.ratio(j).value(), term.get("hr"));
            assertAgrees("lower", inference.ratio(j).lower(), term.get("hr_lower"));
            assertAgrees("upper", inference.ratio(j).upper(), term.get("hr_upper"));
        }
        assertAgrees("null", actual.logLikelihoodNull(), expected.get("loglik_null"));
        assertAgrees("log likelihood", actual.logLikelihood(), expected.get("loglik"));
        assertAgrees("likelihood ratio", actual.likelihoodRatioTest().statistic(), expected.get("lr_chisq"));
        assertAgrees("score", actual.scoreTest().statistic(), expected.get("score_chisq"));
        assertAgrees("Wald", inference.wald().statistic(), expected.get("wald_chisq"));
        assertThat(inference.wald().df(), is(expected.get("df").asLong()));
        assertThat(actual.scoreTest().df(), is(expected.get("df").asLong()));
        assertAgrees("concordance", actual.concordance(), expected.get("concordance"));
    }
}
