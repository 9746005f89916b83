package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendAndRankReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("03_trend_and_rank");

    @Test
    void agreesOnTheTrend() {
        JsonNode expected = EXPECTED.get("trend");
        List<String[]> rows = Reference.rows("03_trend_and_rank/trend.csv");
        Trend trend = Trend.of(Reference.longs(rows, 1), Reference.longs(rows, 2), Reference.doubles(rows, 0));
        assertAgrees("z", trend.statistic(), expected.get("z"));
        assertAgrees("chi-squared", trend.chiSquared(), expected.get("chisq"));
        assertThat(trend.df(), is(expected.get("df").asLong()));
        assertAgrees("p", trend.pValue(), expected.get("p_two_sided"));
        assertAgrees("p increasing", trend.pIncreasing(), expected.get("p_increasing"));
        assertAgrees("slope", trend.slope(), expected.get("slope_per_score"));
        assertTest(trend.overall(), expected, "overall");
        assertTest(trend.departure(), expected, "departure");
        assertThat(trend.method(), is("Cochran-Armitage z, scores 1 to 4, two-sided"));
    }

    private static void assertTest(TestResult actual, JsonNode expected, String name) {
        assertAgrees(name, actual.statistic(), expected.get(name + "_chisq"));
        assertThat(name, actual.df(), is(expected.get(name + "_df").asLong()));
        assertAgrees("p of " + name, actual.pValue(), expected.get(name + "_p"));
    }

    @Test
    void agreesOnSpearman() {
        JsonNode expected = EXPECTED.get("rank").get("spearman");
        List<String[]> rows = Reference.rows("03_trend_and_rank/rank.csv");
        SpearmanRho rho = Rank.spearman(Reference.doubles(rows, 0), Reference.doubles(rows, 1));
        assertThat(rows.size(), is(EXPECTED.get("rank").get("n").asInt()));
        assertAgrees("rho", rho.value(), expected.get("rho"));
        assertAgrees("t", rho.statistic(), expected.get("t"));
        assertThat(rho.df(), is(expected.get("df").asLong()));
        assertAgrees("p", rho.pValue(), expected.get("p_two_sided_t"));
        assertAgrees("lower", rho.lower(), expected.get("ci_bonett_wright").get(0));
        assertAgrees("upper", rho.upper(), expected.get("ci_bonett_wright").get(1));
    }

    @Test
    void agreesOnKendall() {
        JsonNode expected = EXPECTED.get("rank").get("kendall");
        List<String[]> rows = Reference.rows("03_trend_and_rank/rank.csv");
        KendallTau tau = Rank.kendall(Reference.doubles(rows, 0), Reference.doubles(rows, 1));
        assertThat(tau.concordant(), is(expected.get("concordant").asLong()));
        assertThat(tau.discordant(), is(expected.get("discordant").asLong()));
        assertAgrees("tau-b", tau.value(), expected.get("tau_b"));
        assertAgrees("tau-a", tau.tauA(), expected.get("tau_a"));
        assertAgrees("z", tau.statistic(), expected.get("z"));
        assertAgrees("p", tau.pValue(), expected.get("p_two_sided_normal"));
    }
}
