package org.rapport.reporting.statistics.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.Reference;

class QapReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("06_qap_small");

    private static SquareMatrix matrix(String name) {
        return SquareMatrix.of(Reference.rows("06_qap_small/" + name + ".csv").stream()
                .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                .toArray(double[][]::new));
    }

    @Test
    void agreesOnRelationsWithoutDirection() {
        Qap qap = Qap.of(matrix("x"), matrix("y"), Permutations.of(6, 1, 0));
        assertQap(qap, EXPECTED.get("n6_symmetric"));
        assertMantel(qap.mantel(), EXPECTED.get("mantel_n6"));
    }

    @Test
    void agreesOnRelationsWithADirection() {
        Qap qap = Qap.of(matrix("x5"), matrix("y5"), Permutations.of(5, 1, 0));
        assertQap(qap, EXPECTED.get("n5_directed"));
        assertMantel(qap.mantel(), EXPECTED.get("mantel_n5"));
    }

    private static void assertQap(Qap actual, JsonNode expected) {
        assertThat(actual.exact(), is(true));
        assertThat(actual.seed(), nullValue());
        assertThat(actual.permutations(), is(expected.get("permutations").asLong()));
        assertThat(actual.method(), is("QAP correlation, all " + actual.permutations() + " permutations"));
        assertAgrees("correlation", actual.statistic(), expected.get("obs"));
        assertAgrees("p", actual.pValue(), expected.get("p_two_sided_abs"));
        assertAgrees("p greater", actual.pGreater(), expected.get("p_ge"));
        assertAgrees("p less", actual.pLess(), expected.get("p_le"));
        assertThat(
                actual.distribution().mean(), closeTo(expected.get("perm_mean").asDouble(), 1e-15));
        assertAgrees("deviation", actual.distribution().standardDeviation(), expected.get("perm_sd"));
        assertAgrees("smallest", actual.distribution().smallest(), expected.get("perm_min"));
        assertAgrees("largest", actual.distribution().largest(), expected.get("perm_max"));
    }

    private static void assertMantel(Qap.Mantel actual, JsonNode expected) {
        assertAgrees("gamma", actual.gamma(), expected.get("gamma"));
        assertAgrees("mean", actual.gammaMean(), expected.get("gamma_mean"));
        assertAgrees("variance", actual.gammaVariance(), expected.get("gamma_var"));
        assertAgrees("z", actual.test().statistic(), expected.get("z"));
        assertAgrees("p", actual.test().pValue(), expected.get("p_normal_two_sided"));
        assertAgrees("deviation", actual.correlationDeviation(), expected.get("r_perm_sd"));
    }

    @Test
    void agreesOnMultipleRegression() {
        JsonNode expected = EXPECTED.get("mrqap_dsp_y_on_x_z6");
        Map<String, SquareMatrix> x = new LinkedHashMap<>();
        x.put("x", matrix("x"));
        x.put("z6", matrix("z6"));
        Mrqap actual = Mrqap.of(x, matrix("y"), Permutations.of(6, 1, 0));
        double permutations = expected.get("permutations").asDouble();
        assertThat(actual.permutations().doubleValue(), is(permutations));
        assertAgrees("intercept", actual.intercept(), expected.get("coef").get("(intercept)"));
        assertAgrees("R²", actual.rSquared(), expected.get("r_squared"));
        assertThat(actual.terms().stream().map(Mrqap.Term::name).toList(), is(List.of("x", "z6")));
        for (Mrqap.Term term : actual.terms()) {
            JsonNode there = expected.get("terms").get(term.name());
            assertAgrees("coefficient", term.coefficient(), expected.get("coef").get(term.name()));
            assertAgrees("t", term.statistic(), there.get("t"));
            assertAgrees("p", term.pValue(), there.get("p_two_sided_abs"));
            assertAgrees("greater", term.pGreater() * permutations, there.get("count_ge"));
            assertAgrees("less", term.pLess() * permutations, there.get("count_le"));
        }
    }

    /** Women of Natchez: early and late events attended together. */
    @Test
    void agreesOnMantelsTestOfCoattendance() {
        JsonNode expected =
                Reference.expected("07_davis_coattendance").get("early_late").get("mantel_qap");
        Coattendance women = new Coattendance();
        Qap qap = Qap.of(women.early(), women.late(), Permutations.of(18, 2_000, 1936));
        assertAgrees("correlation", qap.statistic(), expected.get("r"));
        assertMantel(qap.mantel(), expected);
        assertThat(
                qap.distribution().standardDeviation(),
                closeTo(expected.get("r_perm_sd").asDouble(), 0.005));
        assertThat(qap.pValue(), closeTo(expected.get("p_normal_two_sided").asDouble(), 0.005));
        assertThat(qap.seed(), is(1936L));
    }
}
