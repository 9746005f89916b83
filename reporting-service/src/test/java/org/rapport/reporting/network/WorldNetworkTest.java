package org.rapport.reporting.network;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Expected;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/** The network of a simulated world, against the same computed in R; and what is told to whom. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WorldNetworkTest {

    private static boolean loaded;

    @BeforeEach
    void givenTheWorld() {
        if (!loaded) {
            Facts.areOnly(Facts.shuffled(ImportedEvents.of("world"), 8));
            loaded = true;
        }
    }

    @Test
    void agreesWithR() throws Exception {
        JsonNode expected = Expected.read("/world/expected.json").at("/sets/G1/expected");

        String answer = get("analyst", "asOf=2025-12-31").extract().asString();

        assertThat(Expected.differences(expected, new ObjectMapper().readTree(answer)), empty());
    }

    @Test
    void everyFigureComesWithItsCoverage() {
        JsonPath report = get("analyst", "asOf=2025-12-31").extract().jsonPath();

        assertThat(report.get("isolates"), is(199));
        assertThat(report.get("coverage.find { it.key == 'density' }.leftOut"), is(199));
        assertThat(report.get("coverage.find { it.key == 'ties' }.counted"), is(1192));
        assertThat(report.get("coverage.find { it.key == 'eiIndex.country' }.counted"), is(694));
        assertThat(report.get("population.excludedExchanges.notCounting"), greaterThan(0));
        assertThat(report.get("centralisation.degree.value"), notNullValue());
        assertThat(report.get("centralisation.betweenness.value"), notNullValue());
        assertThat(report.getFloat("communities.modularity"), greaterThan(0.5f));
        assertThat(report.getList("componentSizes").get(0), is(284));
        assertThat(report.getInt("reciprocity.of"), is(694));
    }

    @Test
    void nobodyButAnalystsLearnsOfFewPeople() {
        JsonPath report = get("organiser", "asOf=2025-12-31").extract().jsonPath();

        Map<String, Integer> distribution = report.getMap("degreeDistribution");
        assertThat(distribution.values(), everyItem(greaterThanOrEqualTo(5)));
        assertThat(
                distribution.values().stream().mapToInt(Integer::intValue).sum(),
                both(greaterThan(580)).and(lessThan(620)));
        assertThat(report.get("componentSizes"), nullValue());
        assertThat(report.get("communities.sizes"), nullValue());
        assertThat(report.get("reciprocity.value"), nullValue());
        assertThat(report.getString("reciprocity.reason"), startsWith("suppressed"));
        for (String phase : List.of("before", "during", "after")) {
            assertThat(report.getList("growth." + phase), everyItem(not(is(1))));
        }
        assertThat(report.get("suppression.below"), is(5));
    }

    @Test
    void aNetworkOfFewPeopleIsHiddenWhole() {
        JsonPath report = get("organiser", "asOf=2022-09-30&type=AGREEMENT,FUNDING,JOINT_PRODUCT&startedTo=2022-09-30")
                .extract()
                .jsonPath();

        assertThat(report.get("nodes"), nullValue());
        assertThat(report.getString("reason"), containsString("suppressed"));
        assertThat(report.get("centralisation"), nullValue());
    }

    @Test
    void asOfBeforeAnythingThereIsNoNetworkAndEveryFigureIsNullWithAReason() {
        get("analyst", "asOf=1990-01-01")
                .body("nodes", is(0))
                .body("ties", is(0))
                .body("density", nullValue())
                .body("meanDegree", nullValue())
                .body("maxDegree", nullValue())
                .body("centralisation.degree.reason", notNullValue())
                .body("centralisation.betweenness.reason", notNullValue())
                .body("reciprocity.reason", notNullValue())
                .body("eiIndex.country.index.reason", notNullValue())
                .body("communities.reason", notNullValue())
                .body("growth", hasSize(0))
                .body("reason", notNullValue())
                .body("warnings", hasItem(containsString("Nobody is in this selection")));
    }

    @Test
    void anUnknownEventHasNobody() {
        get("organiser", "event=" + UUID.randomUUID()).body("nodes", is(0)).body("isolates", is(0));
    }

    @ParameterizedTest
    @CsvSource({
        "type, FRIENDSHIP, 422, /type",
        "type, 'ADVICE,', 422, /type",
        "type, advice, 422, /type",
        "window, P1M, 422, /window",
        "window, 180, 422, /window",
        "country, XX, 422, /country",
    })
    void whatIsNoValueIs422(String name, String value, int status, String pointer) {
        Api.as(Tokens.of("analyst"))
                .queryParam(name, value)
                .get("/v1/reports/network")
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Api.as(Tokens.of("analyst"))
                .get("/v1/reports/network?type=X,Y&window=1&from=2025-02-01&to=2025-01-01"
                        + "&startedFrom=2025-02-01&startedTo=2025-01-01")
                .then()
                .statusCode(422)
                .body("errors", hasSize(5));
    }

    @ParameterizedTest
    @CsvSource({"confirmed=yes", "startedFrom=yesterday", "asOf=2025-02-30", "role=any", "type=ADVICE&type=FUNDING"})
    void whatCannotBeReadIs400(String query) {
        Api.as(Tokens.of("analyst")).get("/v1/reports/network?" + query).then().statusCode(400);
        Api.as(Tokens.of("analyst")).get("/v1/network?" + query).then().statusCode(400);
    }

    @Test
    void isTheSameTable() {
        Api.as(Tokens.of("analyst"))
                .accept("text/csv")
                .get("/v1/reports/network?asOf=2025-12-31")
                .then()
                .statusCode(200)
                .body(containsString("nodes,,,601"))
                .body(containsString("coverage,density,leftOut,199"));
    }

    private static ValidatableResponse get(String role, String query) {
        return Api.as(Tokens.of(role))
                .get("/v1/reports/network?" + query)
                .then()
                .statusCode(200);
    }
}
