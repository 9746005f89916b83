package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.statistics.Reference.assertAgrees;
import static org.rapport.reporting.statistics.Reference.assertInterval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwoByTwoReferenceTest {

    private static final JsonNode TABLES = Reference.expected("01_two_by_two");
    private static final JsonNode ADMISSIONS = Reference.expected("02_mantel_haenszel_ucb");

    private static final JsonNode COATTENDANCE =
            Reference.expected("07_davis_coattendance").get("early_late").get("measures");

    /** A table and what R says of it. */
    record Case(String name, TwoByTwo table, JsonNode expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> everyTable() {
        List<Case> cases = new ArrayList<>(tested());
        for (String[] row : Reference.rows("02_mantel_haenszel_ucb/strata.csv")) {
            cases.add(new Case(
                    "UCB " + row[0], table(row), ADMISSIONS.get("per_stratum").get(row[0])));
        }
        return cases;
    }

    static List<Case> tested() {
        List<Case> cases = new ArrayList<>();
        for (String[] row : Reference.rows("01_two_by_two/tables.csv")) {
            cases.add(new Case(row[0], table(row), TABLES.get(row[0])));
        }
        cases.add(caseOf("UCB crude", ADMISSIONS.get("crude")));
        cases.add(caseOf("women of Natchez", COATTENDANCE));
        return cases;
    }

    private static Case caseOf(String name, JsonNode expected) {
        TwoByTwo table = new TwoByTwo(
                expected.get("a").asLong(),
                expected.get("b").asLong(),
                expected.get("c").asLong(),
                expected.get("d").asLong());
        return new Case(name, table, expected);
    }

    @Test
    void coversEveryTableOfTheReference() {
        assertThat(tested().size(), is(TABLES.size() + 2));
        assertThat(
                everyTable().size(),
                is(TABLES.size() + 2 + ADMISSIONS.get("per_stratum").size()));
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void agreesOnRisks(Case given) {
        TwoByTwo table = given.table();
        assertRisk(given.expected().get("risk_exposed"), table.riskExposed(), table.riskExposedClopperPearson());
        assertRisk(given.expected().get("risk_unexposed"), table.riskUnexposed(), table.riskUnexposedClopperPearson());
    }

    private static void assertRisk(JsonNode expected, Estimate wilson, Estimate clopperPearson) {
        assertAgrees("risk", wilson.value(), expected.get("est"));
        assertInterval("Wilson", wilson, expected.get("wilson"));
        assertAgrees("risk", clopperPearson.value(), expected.get("est"));
        assertInterval("Clopper-Pearson", clopperPearson, expected.get("clopper_pearson"));
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void agreesOnTheRiskDifference(Case given) {
        JsonNode expected = given.expected().get("risk_difference");
        Estimate newcombe = given.table().riskDifference();
        Estimate wald = given.table().riskDifferenceWald();
        assertAgrees("difference", newcombe.value(), expected.get("est"));
        assertInterval("Newcombe", newcombe, expected.get("ci_newcombe"));
        assertAgrees("difference", wald.value(), expected.get("est"));
        assertAgrees("standard error", wald.se(), expected.get("se"));
        assertInterval("Wald", wald, expected.get("ci_wald"));
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void agreesOnTheRelativeRisk(Case given) {
        JsonNode expected = given.expected().get("relative_risk");
        Estimate katz = given.table().relativeRisk();
        assertAgrees("relative risk", katz.value(), expected.get("est"));
        assertAgrees("standard error", katz.seLog(), expected.get("se_log"));
        assertInterval("Katz", katz, expected.get("ci_katz"));
        // the reference has no score interval when everybody exposed has the outcome, though there is one
        if (given.table().b() > 0) {
            assertInterval("Koopman", given.table().relativeRiskKoopman(), expected.get("ci_koopman_score"));
        }
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void agreesOnTheOddsRatio(Case given) {
        JsonNode expected = given.expected().get("odds_ratio");
        Estimate woolf = given.table().oddsRatio();
        assertAgrees("odds ratio", woolf.value(), expected.get("est"));
        assertAgrees("standard error", woolf.seLog(), expected.get("se_log"));
        assertInterval("Woolf", woolf, expected.get("ci_woolf"));
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void agreesOnTheRatiosWithAHalfAdded(Case given) {
        JsonNode expected = given.expected().get("haldane_half");
        Estimate odds = given.table().oddsRatioHaldane();
        assertAgrees("odds ratio", odds.value(), expected.get("odds_ratio"));
        assertAgrees("standard error", odds.seLog(), expected.get("or_se_log"));
        assertInterval("Woolf", odds, expected.get("or_ci"));
        Estimate risk = given.table().relativeRiskHaldane();
        assertAgrees("relative risk", risk.value(), expected.get("relative_risk"));
        assertAgrees("standard error", risk.seLog(), expected.get("rr_se_log"));
        assertInterval("Katz", risk, expected.get("rr_ci"));
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void agreesOnPhi(Case given) {
        assertAgrees("phi", given.table().phi().value(), given.expected().get("phi"));
    }

    @ParameterizedTest
    @MethodSource("tested")
    void agreesOnChiSquared(Case given) {
        JsonNode expected = given.expected().get("chisq");
        ChiSquared test = given.table().chiSquared();
        assertAgrees("Pearson", test.statistic(), expected.get("pearson"));
        assertAgrees("p of Pearson", test.pValue(), expected.get("p_pearson"));
        assertAgrees("Yates", test.yates().statistic(), expected.get("yates"));
        assertAgrees("p of Yates", test.yates().pValue(), expected.get("p_yates"));
        assertAgrees("N - 1", test.nMinusOne().statistic(), expected.get("n_minus_1"));
        assertAgrees("p of N - 1", test.nMinusOne().pValue(), expected.get("p_n_minus_1"));
    }

    @ParameterizedTest
    @MethodSource("tested")
    void agreesOnExactInference(Case given) {
        JsonNode expected = given.expected().get("exact");
        ConditionalExact exact = given.table().conditionalExact();
        assertAgrees("estimate", exact.oddsRatio().value(), expected.get("cond_mle"));
        assertAgrees("estimate", exact.midP().value(), expected.get("cond_mle"));
        assertLimits("exact", exact.oddsRatio(), expected.get("ci_exact"));
        assertLimits("mid-p", exact.midP(), expected.get("ci_midp"));
        assertAgrees("two-sided", exact.fisher().pValue(), expected.get("p_two_sided"));
        assertAgrees("greater", exact.greater().pValue(), expected.get("p_greater"));
        assertAgrees("less", exact.less().pValue(), expected.get("p_less"));
        assertAgrees("mid-p", exact.midPTest().pValue(), expected.get("p_midp_two_sided"));
    }

    @ParameterizedTest
    @MethodSource("tested")
    void agreesWithFisherTestOfRAsFarAsItsDigitsGo(Case given) {
        JsonNode expected = given.expected().get("R_fisher_test");
        if (expected == null) {
            return;
        }
        ConditionalExact exact = given.table().conditionalExact();
        assertAgrees("p", given.table().fisherExact().pValue(), expected.get("p"));
        assertRoughly("estimate", exact.oddsRatio().value(), expected.get("estimate"), 1e-3);
        JsonNode limits = expected.get("conf_int");
        assertRoughly("lower", exact.oddsRatio().lower(), limits.get(0), 1e-3);
        assertRoughly("upper", exact.oddsRatio().upper(), limits.get(1), 1e-2);
    }

    @ParameterizedTest
    @MethodSource("tested")
    void agreesOnTheEValue(Case given) {
        JsonNode expected = given.expected().get("e_value_rr");
        EValue actual = EValue.of(given.table().relativeRisk());
        if (expected.isNull()) {
            assertThat(actual.value(), nullValue());
        } else {
            assertAgrees("E-value", actual.value(), expected.get("point"));
            assertAgrees("limit", actual.limit(), expected.get("ci_limit"));
        }
    }

    private static void assertLimits(String what, Estimate actual, JsonNode expected) {
        assertAgrees(what + ", lower", actual.lower(), expected.get(0));
        assertAgrees(what + ", upper", actual.upper(), expected.get(1));
    }

    private static void assertRoughly(String what, Double actual, JsonNode expected, double relative) {
        if (expected.asText().equals("Infinity")) {
            assertThat(what, actual, nullValue());
        } else {
            assertAgrees(what, actual, expected.asDouble(), relative);
        }
    }

    private static TwoByTwo table(String[] row) {
        return new TwoByTwo(
                Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[3]), Long.parseLong(row[4]));
    }
}
