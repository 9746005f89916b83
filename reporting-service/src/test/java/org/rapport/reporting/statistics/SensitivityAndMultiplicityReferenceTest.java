package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityAndMultiplicityReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("08_regression_sensitivity_multiplicity");

    @Test
    void agreesOnAdjustedPValues() {
        JsonNode expected = EXPECTED.get("p_adjust");
        List<Double> raw =
                Arrays.stream(Reference.doubles(expected.get("p"))).boxed().toList();
        assertAll(Multiplicity.bonferroni(raw), expected.get("bonferroni"));
        assertAll(Multiplicity.holm(raw), expected.get("holm"));
        assertAll(Multiplicity.benjaminiHochberg(raw), expected.get("bh"));
    }

    private static void assertAll(List<Double> actual, JsonNode expected) {
        assertThat(actual.size(), is(expected.size()));
        for (int i = 0; i < actual.size(); i++) {
            assertAgrees("p " + i, actual.get(i), expected.get(i));
        }
    }

    @Test
    void agreesOnEValues() {
        assertThat(EXPECTED.get("e_values").size(), is(3));
        for (JsonNode given : EXPECTED.get("e_values")) {
            Estimate ratio = Estimate.of(
                    given.get("est").asDouble(),
                    given.get("lo").asDouble(),
                    given.get("hi").asDouble(),
                    "given");
            assertEValue(EValue.of(ratio), given.get("as_rr"));
            assertEValue(EValue.ofCommonOddsRatio(ratio), given.get("as_or_common"));
            assertEValue(EValue.ofCommonHazardRatio(ratio), given.get("as_hr_common"));
        }
    }

    private static void assertEValue(EValue actual, JsonNode expected) {
        assertAgrees("E-value", actual.value(), expected.get("point"));
        assertAgrees("limit", actual.limit(), expected.get("ci_limit"));
    }
}
