package org.rapport.reporting.statistics.survival;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Reference;

/** Lung cancer patients of the Veterans' Administration trial, by treatment and by type of cell. */
class SurvivalReferenceTest {

    private static final JsonNode EXPECTED = Reference.expected("04_km_logrank_veteran");
    private static final List<String[]> ROWS = Reference.rows("04_km_logrank_veteran/veteran.csv");
    private static final SurvivalTimes TIMES = times(ROWS);
    private static final int[] TREATMENT =
            ROWS.stream().mapToInt(row -> Integer.parseInt(row[1]) - 1).toArray();

    /** In the order of the reference. */
    private static final List<String> CELL_TYPES = List.of("squamous", "smallcell", "adeno", "large");

    private static final int[] CELL_TYPE =
            ROWS.stream().mapToInt(row -> CELL_TYPES.indexOf(row[2])).toArray();

    private static SurvivalTimes times(List<String[]> rows) {
        boolean[] event = new boolean[rows.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = rows.get(i)[4].equals("1");
        }
        return SurvivalTimes.of(Reference.doubles(rows, 3), event);
    }

    private static KaplanMeier treated(int treatment, SurvivalInterval interval) {
        return KaplanMeier.of(SurvivalCounts.of(TIMES, TREATMENT, 2), treatment - 1, interval);
    }

    @Test
    void agreesOnTheCurveAndItsNumbersAtRisk() {
        for (int treatment : new int[] {1, 2}) {
            JsonNode expected = EXPECTED.get("by_trt").get(Integer.toString(treatment));
            KaplanMeier curve = treated(treatment, SurvivalInterval.LOG_LOG);
            assertThat(curve.n(), is(expected.get("n").asLong()));
            assertThat(curve.events(), is(expected.get("events").asLong()));
            assertThat(expected.get("at").size(), is(4));
            for (JsonNode at : expected.get("at")) {
                KaplanMeier.Horizon horizon = curve.at(at.get("t").asDouble());
                assertThat(horizon.atRisk(), is(at.get("n_risk").asLong()));
                assertAgrees("survival", horizon.survival(), at.get("survival"));
                assertAgrees("standard error", horizon.standardError(), at.get("se_greenwood"));
            }
        }
    }

    @Test
    void agreesOnIntervalsAndQuantilesOfEveryKind() {
        Map<SurvivalInterval, String> kinds = Map.of(
                SurvivalInterval.LOG_LOG, "ci_loglog",
                SurvivalInterval.LOG, "ci_log",
                SurvivalInterval.PLAIN, "ci_plain");
        for (int treatment : new int[] {1, 2}) {
            JsonNode byTreatment = EXPECTED.get("by_trt").get(Integer.toString(treatment));
            kinds.forEach((interval, name) -> {
                JsonNode expected = byTreatment.get(name);
                KaplanMeier curve = treated(treatment, interval);
                for (int i = 0; i < byTreatment.get("at").size(); i++) {
                    KaplanMeier.Horizon horizon =
                            curve.at(byTreatment.get("at").get(i).get("t").asDouble());
                    assertAgrees(
                            name + " lower",
                            horizon.lower(),
                            expected.get("lower").get(i));
                    assertAgrees(
                            name + " upper",
                            horizon.upper(),
                            expected.get("upper").get(i));
                }
                JsonNode quantiles = expected.get("quantiles");
                assertAgrees("first quartile", curve.quantile(0.25).value(), quantiles.get("q25"));
                assertAgrees("third quartile", curve.quantile(0.75).value(), quantiles.get("q75"));
                Estimate median = curve.median();
                assertAgrees("median", median.value(), quantiles.get("median"));
                assertAgrees("median, lower", median.lower(), quantiles.get("median_lower"));
                assertAgrees("median, upper", median.upper(), quantiles.get("median_upper"));
            });
        }
    }

    @Test
    void agreesOnTheRestrictedMean() {
        for (int treatment : new int[] {1, 2}) {
            JsonNode expected =
                    EXPECTED.get("by_trt").get(Integer.toString(treatment)).get("rmst");
            Estimate mean = treated(treatment, SurvivalInterval.LOG_LOG)
                    .restrictedMean(expected.get("tau").asDouble());
            assertAgrees("mean", mean.value(), expected.get("est"));
            assertAgrees("standard error", mean.se(), expected.get("se"));
        }
    }

    @Test
    void agreesOnTheLogRankTests() {
        int[] one = new int[TIMES.size()];
        assertLogRank(LogRank.of(TIMES, TREATMENT), "logrank_trt");
        assertLogRank(LogRank.of(TIMES, CELL_TYPE), "logrank_celltype");
        assertLogRank(LogRank.of(TIMES, TREATMENT, CELL_TYPE), "logrank_trt_stratified_celltype");
        assertLogRank(LogRank.peto(TIMES, TREATMENT, one), "wilcoxon_peto_rho1_trt");
    }

    private static void assertLogRank(LogRank actual, String name) {
        JsonNode expected = EXPECTED.get(name);
        assertAgrees(name, actual.statistic(), expected.get("chisq"));
        assertThat(name, actual.df(), is(expected.get("df").asLong()));
        assertAgrees("p of " + name, actual.pValue(), expected.get("p"));
        assertThat(name, actual.observed().size(), is(expected.get("observed").size()));
        for (int g = 0; g < actual.observed().size(); g++) {
            assertAgrees(
                    "observed",
                    actual.observed().get(g),
                    expected.get("observed").get(g));
            assertAgrees(
                    "expected",
                    actual.expected().get(g),
                    expected.get("expected").get(g));
        }
    }
}
