package org.rapport.reporting.statistics.survival;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Reference.assertAgrees;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Reference;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.Inference;

/** Days to the first exchange in the simulated world: T1 has each person once, T2 each attendance. */
class TimeToExchangeReferenceTest {

    private static final List<String> COVARIATES = List.of("needMatch", "embedded", "incentive", "priorCoattendance");

    private final JsonNode sets = Reference.json("/world/expected.json").get("sets");

    private static List<String[]> rows(String set) {
        return Reference.rows("09_time_to_exchange/" + set + ".csv");
    }

    private static SurvivalTimes times(List<String[]> rows) {
        boolean[] event = new boolean[rows.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = rows.get(i)[1].equals("1");
        }
        return SurvivalTimes.of(Reference.doubles(rows, 0), event);
    }

    private static int[] numbers(List<String[]> rows, int column) {
        List<String> different =
                rows.stream().map(row -> row[column]).distinct().sorted().toList();
        return rows.stream().mapToInt(row -> different.indexOf(row[column])).toArray();
    }

    private static Cox cox(List<String[]> rows) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (int j = 0; j < COVARIATES.size(); j++) {
            columns.put(COVARIATES.get(j), Reference.doubles(rows, 3 + j));
        }
        return Cox.of(times(rows), Covariates.of(rows.size(), columns));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1", "T2"})
    void agreesOnCurvesAndLogRank(String set) {
        JsonNode expected = sets.get(set).get("expected");
        List<String[]> rows = rows(set);
        int[] ready = numbers(rows, 2);
        SurvivalTimes times = times(rows);
        for (int g = 0; g < 2; g++) {
            KaplanMeier curve = KaplanMeier.of(SurvivalCounts.of(times, ready, 2), g);
            JsonNode there = expected.get("curves").get(g);
            assertThat(curve.events(), is(there.get("events").asLong()));
            assertAgrees("total time", curve.totalTime(), there.get("totalTime"));
            Estimate median = curve.median();
            assertAgrees("median", median.value(), there.get("median").get("value"));
            assertAgrees("lower", median.lower(), there.get("median").get("lower"));
            assertAgrees("upper", median.upper(), there.get("median").get("upper"));
            for (JsonNode at : there.get("at")) {
                KaplanMeier.Horizon horizon = curve.at(at.get("time").asDouble());
                assertThat(horizon.atRisk(), is(at.get("atRisk").asLong()));
                assertAgrees("survival", horizon.survival(), at.get("survival"));
                assertAgrees("lower", horizon.lower(), at.get("lower"));
                assertAgrees("upper", horizon.upper(), at.get("upper"));
            }
        }
        LogRank test = LogRank.of(times, ready);
        assertAgrees("log-rank", test.statistic(), expected.get("logRank").get("statistic"));
        assertAgrees("p", test.pValue(), expected.get("logRank").get("pValue"));
        assertAgrees(
                "expected",
                test.expected().get(0),
                expected.get("logRank").get("expected").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1", "T2"})
    void agreesOnCoxRegressionWithEitherClustering(String set) {
        JsonNode expected = sets.get(set).get("expected").get("cox");
        List<String[]> rows = rows(set);
        Cox cox = cox(rows);
        Inference modelBased = cox.coefficients().modelBased();
        Inference byParticipant = cox.coefficients().clusterRobust(numbers(rows, 7));
        Inference byEvent = cox.coefficients().clusterRobust(numbers(rows, 8));
        for (int j = 0; j < COVARIATES.size(); j++) {
            JsonNode there = expected.get("coefficients").get(j);
            assertThat(cox.coefficients().names().get(j), is(there.get("name").asText()));
            assertAgrees("coefficient", modelBased.coefficient(j), there.get("coefficient"));
            assertAgrees("standard error", modelBased.standardError(j), there.get("standardError"));
            assertAgrees("robust", byParticipant.standardError(j), there.get("robustStandardError"));
            assertAgrees("by event", byEvent.standardError(j), there.get("robustStandardErrorByEvent"));
            assertAgrees(
                    "lower",
                    modelBased.ratio(j).lower(),
                    there.get("hazardRatio").get("lower"));
            assertAgrees("p", modelBased.wald(j).pValue(), there.get("waldTest").get("pValue"));
        }
        assertAgrees("log likelihood", cox.logLikelihood(), expected.get("logLikelihood"));
        TestResult ratio = cox.likelihoodRatioTest();
        assertAgrees(
                "ratio", ratio.statistic(), expected.get("likelihoodRatioTest").get("statistic"));
        assertAgrees("p", ratio.pValue(), expected.get("likelihoodRatioTest").get("pValue"));
        assertAgrees(
                "Wald", modelBased.wald().statistic(), expected.get("waldTest").get("statistic"));
        assertAgrees("concordance", cox.concordance(), expected.get("concordance"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1", "T2"})
    void agreesOnProportionalHazards(String set) {
        JsonNode expected = sets.get(set).get("expected").get("cox").get("proportionalHazards");
        ProportionalHazards actual = cox(rows(set)).proportionalHazards();
        assertThat(actual.transform(), is(expected.get("transform").asText()));
        assertThat(
                actual.rows().stream().map(ProportionalHazards.Row::name).toList(),
                is(Arrays.asList("needMatch", "embedded", "incentive", "priorCoattendance", "GLOBAL")));
        for (int j = 0; j < actual.rows().size(); j++) {
            JsonNode there = expected.get("rows").get(j);
            assertAgrees("statistic", actual.rows().get(j).statistic(), there.get("statistic"));
            assertThat(actual.rows().get(j).df(), is(there.get("df").asLong()));
            assertAgrees("p", actual.rows().get(j).pValue(), there.get("pValue"));
        }
    }
}
