package org.rapport.reporting.calculator;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.UUID;
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
