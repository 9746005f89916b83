package org.rapport.reporting.report.readiness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadinessRequestTest {

    @ParameterizedTest
    @CsvSource({
        "window, P0D",
        "window, P6M",
        "window, P1Y",
        "window, 180",
        "window, P1.5D",
        "window, P-3D",
        "window, PT24H",
        "window, P100000D",
        "window, p180d",
        "threshold, 17",
        "threshold, -1",
        "threshold, high",
        "threshold, 1.5",
        "role, both",
        "role, ANY",
        "unit, person",
        "exposure, need_match",
        "ascertainment, sure",
        "stratifyBy, continent",
        "country, XX",
        "country, pe",
    })
    void whatIsNotAValueOfAParameterIs422(String name, String value) {
        given().auth()
                .oauth2(Tokens.of("analyst"))
                .queryParam(name, value)
                .get("/v1/reports/readiness")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/" + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event=EV01",
                "programme=9BDB00D0-7719-5DFA-ACC2-3ADAACBEED2E",
                "confirmed=yes",
                "newTies=1",
                "from=last-year",
                "asOf=yesterday",
                "asOf=2025-02-30",
                "windows=P90D",
                "window=P90D&window=P91D",
            })
    void whatIsNoParameterAtAllOrCannotBeReadIs400(String query) {
        get("analyst", query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        get("analyst", "window=1&threshold=99&role=x&from=2025-02-01&to=2025-01-01")
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/window", "/threshold", "/role", "/to"));
    }

    @Test
    void everyDefaultIsStated() {
        get("analyst", "")
                .statusCode(200)
                .body("report", is("readiness"))
                .body("parameters.asOf", notNullValue())
                .body("parameters.window", is("P180D"))
                .body("parameters.threshold", nullValue())
                .body("parameters.confirmed", is(false))
                .body("parameters.newTies", is(false))
                .body("parameters.role", is("any"))
                .body("parameters.unit", is("participation"))
                .body("parameters.exposure", is("ready"))
                .body("parameters.ascertainment", is("recorded"))
                .body("parameters.stratifyBy", is("programme"))
                .body("definitions.score", containsString("not a validated scale"))
                .body("methods.relativeRisk", containsString("Katz"));
    }

    @Test
    void aSelectionOfNobodyHasNullsWithReasons() {
        get("organiser", "asOf=2019-12-31&event=" + UUID.randomUUID())
                .statusCode(200)
                .body("population.participations", is(0))
                .body("population.excluded.notAttended", is(0))
                .body("table.ready.engaged", is(0))
                .body("estimates.riskReady.value", nullValue())
                .body("estimates.riskReady.reason", is("nobody in the group"))
                .body("estimates.relativeRisk.reason", is("nobody in one of the groups"))
                .body("estimates.eValue.reason", notNullValue())
                .body("tests.chiSquared.reason", notNullValue())
                .body("stratified.mantelHaenszel.oddsRatio.reason", notNullValue())
                .body("stratified.cochranMantelHaenszel.reason", notNullValue())
                .body("stratified.breslowDay.reason", notNullValue())
                .body("trend.cochranArmitage.reason", notNullValue())
                .body("rank.spearman.reason", notNullValue())
                .body("rank.kendall.reason", notNullValue())
                .body("clusterRobust.relativeRisk.reason", notNullValue())
                .body("bounds.riskDifference", nullValue())
                .body("bounds.reason", notNullValue())
                .body("readyItems.reason", notNullValue())
                .body("warnings", hasItem(containsString("Nobody is in this selection")));
    }

    @Test
    void onlyStaffAndAnalystsGetReports() {
        given().get("/v1/reports/readiness").then().statusCode(401);
        for (String role : new String[] {"operator", "service"}) {
            get(role, "").statusCode(403);
        }
        for (String token : new String[] {Tokens.partner(UUID.randomUUID()), Tokens.participant(UUID.randomUUID())}) {
            given().auth()
                    .oauth2(token)
                    .get("/v1/reports/readiness")
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json");
        }
        for (String role : new String[] {"admin", "organiser", "analyst"}) {
            get(role, "").statusCode(200);
        }
    }

    @Test
    void anotherFormatIsRefused() {
        given().auth()
                .oauth2(Tokens.of("analyst"))
                .accept("application/xml")
                .get("/v1/reports/readiness")
                .then()
                .statusCode(406);
    }

    private static ValidatableResponse get(String role, String query) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .get("/v1/reports/readiness" + (query.isEmpty() ? "" : "?" + query))
                .then();
    }
}
