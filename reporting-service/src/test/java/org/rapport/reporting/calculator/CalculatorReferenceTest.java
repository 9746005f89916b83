package org.rapport.reporting.calculator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Expected;

/** The calculator over REST against the same computed in R. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CalculatorReferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the answer has what the reference calls otherwise; the first of two is the lower limit. */
    private static final Map<String, String> TWO_BY_TWO = Map.ofEntries(
            Map.entry("/risk_exposed/est", "/estimates/riskReady/value"),
            Map.entry("/risk_exposed/wilson/0", "/estimates/riskReady/lower"),
            Map.entry("/risk_exposed/clopper_pearson/1", "/alternatives/riskReadyClopperPearson/upper"),
            Map.entry("/risk_unexposed/wilson/1", "/estimates/riskNotReady/upper"),
            Map.entry("/risk_difference/est", "/estimates/riskDifference/value"),
            Map.entry("/risk_difference/ci_newcombe/0", "/estimates/riskDifference/lower"),
            Map.entry("/risk_difference/ci_wald/0", "/alternatives/riskDifferenceWald/lower"),
            Map.entry("/haldane_half/odds_ratio", "/alternatives/oddsRatioHaldane/value"),
            Map.entry("/haldane_half/rr_ci/1", "/alternatives/relativeRiskHaldane/upper"),
            Map.entry("/exact/p_two_sided", "/tests/fisherExact/pValue"),
            Map.entry("/exact/p_midp_two_sided", "/alternatives/conditionalExact/midPTest/pValue"),
            Map.entry("/phi", "/estimates/phi/value"),
            Map.entry("/chisq/pearson", "/tests/chiSquared/statistic"),
            Map.entry("/chisq/p_yates", "/tests/chiSquared/yates/pValue"),
            Map.entry("/chisq/n_minus_1", "/tests/chiSquared/nMinusOne/statistic"));

    private static final Map<String, String> RATIOS = Map.of(
            "/relative_risk/est", "/estimates/relativeRisk/value",
            "/relative_risk/ci_katz/1", "/estimates/relativeRisk/upper",
            "/odds_ratio/est", "/estimates/oddsRatio/value",
            "/odds_ratio/ci_woolf/0", "/estimates/oddsRatio/lower",
            "/e_value_rr/point", "/estimates/eValue/value");

    @Test
    void twoByTwoAgreesWithR() throws Exception {
        JsonNode expected = Expected.read("/reference/01_two_by_two/expected.json");
        List<String> differences = new ArrayList<>();
        for (String[] row : rows("/reference/01_two_by_two/tables.csv")) {
            JsonNode answer = answer("two-by-two", "{\"table\": " + table(row) + "}");
            JsonNode ofTable = expected.get(row[0]);
            differences.addAll(differences(TWO_BY_TWO, ofTable, answer));
            boolean hasEmptyCell = List.of(row).subList(1, 5).contains("0");
            if (!hasEmptyCell) {
                differences.addAll(differences(RATIOS, ofTable, answer));
            }
        }
        assertThat(differences, empty());
    }

    @Test
    void stratifiedAgreesWithR() throws Exception {
        JsonNode expected = Expected.read("/reference/02_mantel_haenszel_ucb/expected.json");
        List<String> strata = rows("/reference/02_mantel_haenszel_ucb/strata.csv").stream()
                .map(row -> "{\"label\": \"" + row[0] + "\", \"table\": " + table(row) + "}")
                .toList();

        JsonNode answer = answer("stratified", "{\"strata\": [" + String.join(",", strata) + "]}");

        assertThat(
                differences(
                        Map.ofEntries(
                                Map.entry("/mantel_haenszel/or/est", "/mantelHaenszel/oddsRatio/value"),
                                Map.entry("/mantel_haenszel/rr/ci/0", "/mantelHaenszel/relativeRisk/lower"),
                                Map.entry("/mantel_haenszel/rd/ci_sato/1", "/mantelHaenszel/riskDifference/upper"),
                                Map.entry(
                                        "/mantel_haenszel/rd/ci_greenland_robins/0",
                                        "/riskDifferenceGreenlandRobins/lower"),
                                Map.entry(
                                        "/mantel_haenszel/cmh/p_corrected", "/cochranMantelHaenszel/corrected/pValue"),
                                Map.entry("/per_stratum/B/relative_risk/est", "/strata/1/relativeRisk/value"),
                                Map.entry("/crude/odds_ratio/est", "/crude/oddsRatio/value")),
                        expected,
                        answer),
                empty());
    }

    @Test
    void trendAgreesWithR() throws Exception {
        List<String[]> rows = rows("/reference/03_trend_and_rank/trend.csv");
        String request = "{\"scores\": " + column(rows, 0) + ", \"successes\": " + column(rows, 1) + ", \"totals\": "
                + column(rows, 2) + "}";

        JsonNode answer = answer("trend", request);

        assertThat(
                differences(
                        Map.of(
                                "/z", "/cochranArmitage/statistic",
                                "/p_two_sided", "/cochranArmitage/pValue",
                                "/departure_p", "/cochranArmitage/departure/pValue"),
                        Expected.read("/reference/03_trend_and_rank/expected.json")
                                .get("trend"),
                        answer),
                empty());
    }

    @Test
    void rankAgreesWithR() throws Exception {
        List<String[]> rows = rows("/reference/03_trend_and_rank/rank.csv");

        JsonNode answer = answer("rank", "{\"x\": " + column(rows, 0) + ", \"y\": " + column(rows, 1) + "}");

        assertThat(
                differences(
                        Map.of(
                                "/n", "/n",
                                "/spearman/rho", "/spearman/value",
                                "/spearman/ci_bonett_wright/0", "/spearman/lower",
                                "/kendall/tau_b", "/kendall/value",
                                "/kendall/p_two_sided_normal", "/kendall/pValue"),
                        Expected.read("/reference/03_trend_and_rank/expected.json")
                                .get("rank"),
                        answer),
                empty());
    }

    private static JsonNode answer(String method, String request) throws IOException {
        return JSON.readTree(given().auth()
                .oauth2(Tokens.of("analyst"))
                .contentType(ContentType.JSON)
                .body(request)
                .post("/v1/statistics/" + method)
                .then()
                .statusCode(is(200))
                .extract()
                .asString());
    }

    @Test
    void survivalAgreesWithR() throws Exception {
        List<String[]> rows = rows("/reference/04_km_logrank_veteran/veteran.csv");

        JsonNode answer = answer(
                "survival",
                "{\"time\": " + column(rows, 3) + ", \"event\": " + flags(rows, 4) + ", \"group\": " + column(rows, 1)
                        + ", \"stratum\": " + texts(rows, 2) + ", \"at\": [30, 90, 180, 365], \"tau\": 365}");

        assertThat(
                differences(
                        Map.ofEntries(
                                Map.entry("/by_trt/1/events", "/curves/0/events"),
                                Map.entry("/by_trt/1/at/1/n_risk", "/curves/0/at/1/atRisk"),
                                Map.entry("/by_trt/1/at/1/survival", "/curves/0/at/1/survival"),
                                Map.entry("/by_trt/2/ci_loglog/lower/3", "/curves/1/at/3/lower"),
                                Map.entry("/by_trt/2/ci_loglog/quantiles/median", "/curves/1/median/value"),
                                Map.entry("/by_trt/2/ci_loglog/quantiles/median_upper", "/curves/1/median/upper"),
                                Map.entry("/by_trt/1/rmst/est", "/restrictedMean/groups/0/mean/value"),
                                Map.entry("/by_trt/1/rmst/se", "/restrictedMean/groups/0/mean/se"),
                                Map.entry("/logrank_trt_stratified_celltype/chisq", "/logRank/statistic"),
                                Map.entry("/logrank_trt_stratified_celltype/p", "/logRank/pValue"),
                                Map.entry("/logrank_trt_stratified_celltype/expected", "/logRank/expected")),
                        Expected.read("/reference/04_km_logrank_veteran/expected.json"),
                        answer),
                empty());
        assertThat(answer.at("/curves/0/group").asText(), is("1"));
        assertThat(answer.at("/curves/0/points/0/survival").asDouble() < 1, is(true));
    }

    @Test
    void coxAgreesWithR() throws Exception {
        List<String[]> rows = rows("/reference/09_time_to_exchange/T2.csv");

        JsonNode answer = answer(
                "cox",
                "{\"time\": " + column(rows, 0) + ", \"event\": " + flags(rows, 1)
                        + ", \"covariates\": {\"needMatch\": " + column(rows, 3) + ", \"embedded\": " + column(rows, 4)
                        + ", \"incentive\": " + column(rows, 5) + ", \"priorCoattendance\": " + column(rows, 6)
                        + "}, \"cluster\": " + texts(rows, 7) + "}");

        ObjectNode expected = (ObjectNode) Expected.read("/world/expected.json").at("/sets/T2/expected/cox");
        expected.get("coefficients").forEach(c -> ((ObjectNode) c).remove("robustStandardErrorByEvent"));
        assertThat(Expected.differences(expected, answer), empty());
    }

    @Test
    void logisticAgreesWithR() throws Exception {
        List<String[]> rows = rows("/reference/08_regression_sensitivity_multiplicity/participants.csv");
        List<Double> logDays =
                rows.stream().map(row -> Math.log(Double.parseDouble(row[3]))).toList();

        JsonNode answer = answer(
                "logistic",
                "{\"outcome\": " + flags(rows, 5) + ", \"covariates\": {\"readiness\": " + column(rows, 1)
                        + ", \"embedded\": " + column(rows, 2) + ", \"log(followup_days)\": " + logDays + "}}");

        assertThat(
                differences(
                        Map.of(
                                "/terms/0", "/coefficients/0/name",
                                "/coef/0", "/coefficients/0/coefficient",
                                "/coef/1", "/coefficients/1/coefficient",
                                "/se/3", "/coefficients/3/standardError",
                                "/z/2", "/coefficients/2/waldTest/statistic",
                                "/p/1", "/coefficients/1/waldTest/pValue",
                                "/loglik", "/logLikelihood"),
                        Expected.read("/reference/08_regression_sensitivity_multiplicity/expected.json")
                                .get("logistic_engaged_on_readiness_embedded_logfollowup"),
                        answer),
                empty());
    }

    @Test
    void qapAgreesWithR() throws Exception {
        JsonNode expected = Expected.read("/reference/06_qap_small/expected.json");

        JsonNode answer = answer(
                "qap",
                "{\"x\": " + matrix("x") + ", \"y\": " + matrix("y") + ", \"controls\": {\"z6\": " + matrix("z6")
                        + "}}");
        JsonNode directed =
                answer("qap", "{\"x\": " + matrix("x5") + ", \"y\": " + matrix("y5") + ", \"directed\": true}");

        assertThat(
                differences(
                        Map.of(
                                "/n6_symmetric/obs", "/statistic",
                                "/n6_symmetric/p_two_sided_abs", "/pValue",
                                "/n6_symmetric/permutations", "/permutations",
                                "/n6_symmetric/perm_sd", "/distribution/standardDeviation",
                                "/mantel_n6/z", "/mantel/test/statistic",
                                "/mrqap_dsp_y_on_x_z6/coef/x", "/regression/terms/0/coefficient",
                                "/mrqap_dsp_y_on_x_z6/terms/z6/t", "/regression/terms/1/statistic",
                                "/mrqap_dsp_y_on_x_z6/terms/x/p_two_sided_abs", "/regression/terms/0/pValue"),
                        expected,
                        answer),
                empty());
        assertThat(
                differences(
                        Map.of("/n5_directed/obs", "/statistic", "/n5_directed/p_ge", "/pGreater"), expected, directed),
                empty());
    }

    private static List<List<String>> matrix(String name) throws IOException {
        return rows("/reference/06_qap_small/" + name + ".csv").stream()
                .map(row -> List.of(row))
                .toList();
    }

    private static List<Boolean> flags(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column].equals("1")).toList();
    }

    private static List<String> texts(List<String[]> rows, int column) {
        return rows.stream().map(row -> '"' + row[column] + '"').toList();
    }

    private static List<String> differences(Map<String, String> places, JsonNode expected, JsonNode answer) {
        List<String> differences = new ArrayList<>();
        places.forEach((there, here) -> {
            if (expected.at(there).isMissingNode()) {
                differences.add("no " + there + " in the reference");
            }
            Expected.differences(expected.at(there), answer.at(here))
                    .forEach(difference -> differences.add(here + difference));
        });
        return differences;
    }

    private static List<String[]> rows(String file) throws IOException {
        try (InputStream in = CalculatorReferenceTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(","))
                    .toList();
        }
    }

    private static String table(String[] row) {
        return "[[" + row[1] + "," + row[2] + "],[" + row[3] + "," + row[4] + "]]";
    }

    private static List<String> column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toList();
    }
}
