package org.rapport.reporting.calculator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CalculatorInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two-by-two | {}                                              | /table",
                "two-by-two | {\"table\": null}                                | /table",
                "two-by-two | {\"table\": []}                                  | /table",
                "two-by-two | {\"table\": [[1, 2], [3]]}                       | /table",
                "two-by-two | {\"table\": [[1, 2], null]}                      | /table",
                "two-by-two | {\"table\": [[1, 2], [3, 4], [5, 6]]}            | /table",
                "two-by-two | {\"table\": [[1, -2], [3, 4]]}                   | /table/0/1",
                "two-by-two | {\"table\": [[1, 2], [3, 9007199254740993]]}     | /table/1/1",
                "two-by-two | {\"table\": [[1, 2], [3, null]]} | /table/1/1",
                "stratified | {\"strata\": []}                                 | /strata",
                "stratified | {\"strata\": [null]}                             | /strata/0",
                "stratified | {\"strata\": [{\"table\": [[1, 2], [3, -1]]}]}    | /strata/0/table/1/1",
                "trend      | {\"totals\": [3]}                                | /successes",
                "trend      | {\"successes\": [], \"totals\": []}               | /totals",
                "trend      | {\"successes\": [1], \"totals\": [3, 4]}          | /successes",
                "trend      | {\"successes\": [4], \"totals\": [3]}             | /successes/0",
                "trend      | {\"successes\": [1], \"totals\": [3], \"scores\": [1e99]} | /scores/0",
                "rank       | {\"x\": [1, 2]}                                  | /y",
                "rank       | {\"x\": [1, 2], \"y\": [1]}                       | /y",
                "rank       | {\"x\": [1, 1e999], \"y\": [1, 2]}                | /x/1",
                "survival   | {\"time\": [1, 2]}                               | /event",
                "survival   | {\"time\": [1, -2], \"event\": [true, true]}      | /time/1",
                "survival   | {\"time\": [1, 2], \"event\": [true]}            | /event",
                "survival   | {\"time\": [1, 2], \"event\": [true, null]}      | /event/1",
                "survival   | {\"time\": [1], \"event\": [true], \"group\": [1.5]} | /group/0",
                "survival   | {\"time\": [1], \"event\": [true], \"tau\": 0}   | /tau",
                "survival   | {\"time\": [1], \"event\": [true], \"at\": [null]} | /at/0",
                "cox        | {\"time\": [1], \"event\": [true]}              | /covariates",
                "cox        | {\"time\": [1], \"event\": [true], \"covariates\": {\"a/b\": [1, 2]}} | /covariates/a~1b",
                "cox        | {\"time\": [1], \"event\": [true], \"covariates\": {\"a\": [null]}} | /covariates/a/0",
                "logistic   | {\"covariates\": {\"a\": [1]}}                   | /outcome",
                "logistic   | {\"outcome\": [true], \"covariates\": {\"a\": [1]}, \"cluster\": [1, 2]} | /cluster",
                "qap        | {\"x\": [[0, 1], [1, 0]]}                       | /y",
                "qap        | {\"x\": [[0, 1], [1, 0]], \"y\": [[0, 1], [1]]} | /y/1",
                "qap        | {\"x\": [[0, 1], [1, 0]], \"y\": [[0]]}         | /y",
                "qap        | {\"x\": [[0, 1], [2, 0]], \"y\": [[0, 1], [1, 0]]} | /x/1/0",
                "qap        | {\"x\": [[0, null], [1, 0]], \"y\": [[0, 1], [1, 0]]} | /x/0/1",
                "qap        | {\"x\": [[0]], \"y\": [[0]], \"permutations\": 0} | /permutations",
            })
    void whatIsWellFormedButWrongIs422WithAPointer(String method, String body, String pointer) {
        post(method, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"table\": \"1\"}",
                "{\"table\": [[1, 2], [3, \"4\"]]}",
                "{\"table\": [[1, 2], [3, 4.5]]}",
                "{\"table\": [[1, 2], [3, NaN]]}",
                "{\"table\": [[1, 2], [3, Infinity]]}",
                "{\"table\": [[1, 2], [3, 4]], \"tabel\": 1}",
                "{\"table\": [[1, 2], [3, 4]], \"table\": [[1, 2], [3, 4]]}",
                "{\"table\": [[1, 2], [3, 99999999999999999999]]}",
                "{\"table\": [[1, 2], [3, 4]]"
            })
    void whatIsMalformedIs400(String body) {
        post("two-by-two", body).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void allErrorsComeAtOnce() {
        post("stratified", "{\"strata\": [{\"table\": [[-1, 2], [3, -4]]}, {\"table\": null}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/strata/0/table/0/0", "/strata/0/table/1/1", "/strata/1/table"));
    }

    @Test
    void tooManyPairsAreRefused() {
        String many = String.join(",", Collections.nCopies(100_001, "1"));
        post("rank", "{\"x\": [" + many + "], \"y\": [" + many + "]}")
                .statusCode(422)
                .body("errors.code", contains("X_LENGTH", "Y_LENGTH"));
    }

    @Test
    void asManyPairsAsAllowedAreTaken() {
        String x = String.join(",", Collections.nCopies(50_000, "1.25,2.5"));
        String y = String.join(",", Collections.nCopies(50_000, "5,7"));
        post("rank", "{\"x\": [" + x + "], \"y\": [" + y + "]}")
                .statusCode(200)
                .body("n", is(100_000))
                .body("spearman.value", equalTo(1f));
    }

    @Test
    void tooManyStrataAreRefused() {
        String many = String.join(",", Collections.nCopies(1_001, "{\"table\": [[1, 2], [3, 4]]}"));
        post("stratified", "{\"strata\": [" + many + "]}")
                .statusCode(422)
                .body("errors.code", contains("STRATA_LENGTH"));
    }

    @Test
    void whatIsUndefinedIsNullWithAReason() {
        post("two-by-two", "{\"table\": [[0, 0], [0, 0]]}")
                .statusCode(200)
                .body("estimates.relativeRisk.value", nullValue())
                .body("estimates.relativeRisk.reason", is("nobody in one of the groups"))
                .body("tests.fisherExact.pValue", nullValue())
                .body("tests.fisherExact.reason", is("an empty margin"));
    }

    @Test
    void aMillionRowsAreTooLarge() {
        String times = String.join(",", Collections.nCopies(1_000_000, "1"));
        String events = String.join(",", Collections.nCopies(1_000_000, "true"));
        post("survival", "{\"time\": [" + times + "], \"event\": [" + events + "]}")
                .log()
                .all()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("/too-large"));
    }

    @Test
    void whatIsWrongWithEveryColumnComesAtOnceUpToAThousandErrors() {
        post(
                        "cox",
                        "{\"time\": [-1, 2], \"event\": [null, true], \"covariates\": {\"a\": [1], \"b\": [1, 2]}, \"cluster\": [true, 1]}")
                .statusCode(422)
                .body("errors.pointer", contains("/time/0", "/event/0", "/covariates/a", "/cluster/0"));
        String nothing = String.join(",", Collections.nCopies(5_000, "null"));
        post("rank", "{\"x\": [" + nothing + "], \"y\": [" + nothing + "]}")
                .statusCode(422)
                .body("errors.size()", is(1_000));
    }

    @Test
    void permutationsThatWouldTakeTooLongAreRefused() {
        String row = "[" + String.join(",", Collections.nCopies(300, "1")) + "]";
        String matrix = "[" + String.join(",", Collections.nCopies(300, row)) + "]";
        post("qap", "{\"x\": " + matrix + ", \"y\": " + matrix + ", \"permutations\": 100000}")
                .statusCode(422)
                .body("errors.code", contains("PERMUTATIONS_COST"))
                .body("errors[0].detail", containsString("11111"));
    }

    @Test
    void covariatesThatSayNothingNewAreNamed() {
        String rows = "\"time\": [1, 2, 3, 4, 5, 6], \"event\": [true, true, true, true, true, false]";
        post(
                        "cox",
                        "{" + rows + ", \"covariates\": {\"x\": [1, 5, 2, 3, 1, 2], \"same\": [7, 7, 7, 7, 7, 7],"
                                + " \"copy\": [2, 10, 4, 6, 2, 4]}}")
                .statusCode(200)
                .body("covariates", contains("x"))
                .body("dropped.name", contains("same", "copy"))
                .body("dropped.reason", contains("constant", "a linear combination of the covariates before it"))
                .body("coefficients.name", contains("x", "same", "copy"))
                .body("coefficients[1].coefficient", nullValue())
                .body("coefficients[1].hazardRatio.reason", is("constant"));
    }

    @Test
    void anInfiniteEstimateIsNullWithAReason() {
        post(
                        "cox",
                        "{\"time\": [1, 2, 3, 4], \"event\": [true, true, false, false], \"covariates\": {\"x\": [1, 1, 0, 0]}}")
                .statusCode(200)
                .body("coefficients[0].hazardRatio.value", nullValue())
                .body("coefficients[0].reason", containsString("monotone likelihood"))
                .body("likelihoodRatioTest.pValue", notNullValue());
        post("logistic", "{\"outcome\": [true, true, false, false], \"covariates\": {\"x\": [4, 3, 2, 1]}}")
                .statusCode(200)
                .body("coefficients[1].oddsRatio.value", nullValue())
                .body("coefficients[1].reason", containsString("separation"));
    }

    @Test
    void nothingAtAllIsNoEstimate() {
        post("survival", "{\"time\": [], \"event\": []}")
                .statusCode(200)
                .body("curves[0].median.value", nullValue())
                .body("logRank.reason", is("no event"));
        post("cox", "{\"time\": [5, 6], \"event\": [false, false], \"covariates\": {\"x\": [1, 0]}}")
                .statusCode(200)
                .body("reason", is("no event"))
                .body("coefficients[0].waldTest.pValue", nullValue());
        post("qap", "{\"x\": [[0, 1, 1], [1, 0, 1], [1, 1, 0]], \"y\": [[0, 1, 0], [1, 0, 1], [0, 1, 0]]}")
                .statusCode(200)
                .body("pValue", nullValue())
                .body("reason", is("all cells equal in one of the matrices"))
                .body("warnings", contains("6 permutations: the p-value cannot be smaller than 0.17"));
    }

    @Test
    void theSameSeedGivesTheSamePValue() {
        String matrix = IntStream.range(0, 12)
                .mapToObj(i -> IntStream.range(0, 12)
                        .mapToObj(j -> Integer.toString(i * j % 5))
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
        String request = "{\"x\": " + matrix + ", \"y\": " + matrix + ", \"permutations\": 99, \"seed\": 4}";
        String once = post("qap", request).statusCode(200).extract().asString();
        post("qap", request).statusCode(200).body(is(once)).body("seed", is(4)).body("exact", is(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "organiser", "analyst", "partner", "participant"})
    void everybodyWithAPartMayCalculate(String role) {
        String token =
                switch (role) {
                    case "partner" -> Tokens.partner(UUID.randomUUID());
                    case "participant" -> Tokens.participant(UUID.randomUUID());
                    default -> Tokens.of(role);
                };
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"x\": [1, 2, 3, 4], \"y\": [1, 3, 2, 4]}")
                .post("/v1/statistics/rank")
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyElseMay() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/statistics/rank")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.of("operator"))
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/v1/statistics/rank")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse post(String method, String body) {
        return given().auth()
                .oauth2(Tokens.of("analyst"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/statistics/" + method)
                .then();
    }
}
