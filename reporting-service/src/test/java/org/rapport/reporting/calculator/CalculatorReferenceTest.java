package org.rapport.reporting.calculator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
