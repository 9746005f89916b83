package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;
import static org.rapport.reporting.statistics.Reference.assertInterval;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class StratifiedReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("02_mantel_haenszel_ucb");
    private static final JsonNode POOLED = EXPECTED.get("mantel_haenszel");

    private final Stratified departments = new Stratified(Reference.rows("02_mantel_haenszel_ucb/strata.csv").stream()
            .map(row -> new Stratum(
                    row[0],
                    new TwoByTwo(
                            Long.parseLong(row[1]),
                            Long.parseLong(row[2]),
                            Long.parseLong(row[3]),
                            Long.parseLong(row[4]))))
            .toList());

    @Test
    void addsUpToTheCrudeTable() {
        JsonNode crude = EXPECTED.get("crude");
        TwoByTwo expected = new TwoByTwo(
                crude.get("a").asLong(),
                crude.get("b").asLong(),
                crude.get("c").asLong(),
                crude.get("d").asLong());
        assertThat(departments.crude(), is(expected));
        assertThat(departments.informativeStrata(), is(POOLED.get("strata").asInt()));
    }

    @Test
    void agreesOnThePooledOddsRatio() {
        assertRatio(departments.oddsRatio(), POOLED.get("or"));
    }

    @Test
    void agreesOnThePooledRelativeRisk() {
        assertRatio(departments.relativeRisk(), POOLED.get("rr"));
    }

    private static void assertRatio(Estimate actual, JsonNode expected) {
        assertAgrees("ratio", actual.value(), expected.get("est"));
        assertAgrees("standard error", actual.seLog(), expected.get("se_log"));
        assertInterval("interval", actual, expected.get("ci"));
    }

    @Test
    void agreesOnThePooledRiskDifference() {
        JsonNode expected = POOLED.get("rd");
        Estimate sato = departments.riskDifference();
        Estimate greenlandRobins = departments.riskDifferenceGreenlandRobins();
        assertAgrees("difference", sato.value(), expected.get("est"));
        assertAgrees("Sato", sato.se(), expected.get("se_sato"));
        assertInterval("Sato", sato, expected.get("ci_sato"));
        assertAgrees("difference", greenlandRobins.value(), expected.get("est"));
        assertAgrees("Greenland-Robins", greenlandRobins.se(), expected.get("se_greenland_robins"));
        assertInterval("Greenland-Robins", greenlandRobins, expected.get("ci_greenland_robins"));
    }

    @Test
    void agreesOnTheCochranMantelHaenszelTest() {
        JsonNode expected = POOLED.get("cmh");
        CochranMantelHaenszel actual = departments.cochranMantelHaenszel();
        assertAgrees("statistic", actual.statistic(), expected.get("chisq_uncorrected"));
        assertAgrees("p", actual.pValue(), expected.get("p_uncorrected"));
        assertAgrees("corrected", actual.corrected().statistic(), expected.get("chisq_corrected"));
        assertAgrees("p corrected", actual.corrected().pValue(), expected.get("p_corrected"));
    }

    @Test
    void agreesOnTheTestOfHomogeneity() {
        JsonNode expected = POOLED.get("homogeneity_or");
        BreslowDay actual = departments.breslowDay();
        assertThat(actual.df(), is(expected.get("df").asLong()));
        assertAgrees("Breslow-Day", actual.statistic(), expected.get("breslow_day"));
        assertAgrees("p", actual.pValue(), expected.get("p_breslow_day"));
        assertAgrees("Tarone", actual.tarone().statistic(), expected.get("tarone"));
        assertAgrees("p of Tarone", actual.tarone().pValue(), expected.get("p_tarone"));
    }

    @Test
    void warnsAgainstPoolingWhatDiffersBetweenStrata() {
        assertThat(departments.warnings(), contains(containsString("Breslow-Day p < 0.05")));
    }
}
