package org.rapport.reporting.report.timetoexchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.given.Reports.answer;
import static org.rapport.reporting.given.Reports.ask;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.SmallWorld;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class TimeToExchangeTest {

    private static UUID event;
    private static UUID other;

    /** Five attend until 17:00 on 10 January; two had a need. */
    @BeforeEach
    void givenAnEvent() {
        if (event != null) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID first = world.person();
        UUID second = world.person();
        UUID leaves = world.personWhoLeft("2025-02-09T16:59:59Z");
        UUID gone = world.personWhoLeft("2025-01-10T12:00:00Z");
        UUID same = world.personWhoLeft("2025-01-10T18:00:00Z");
        event = world.event("2025-01-10", "HELD");
        other = world.event("2025-03-01", "CANCELLED");
        world.attends(event, first, second, leaves, gone, same);
        world.staysAway(event, world.person());
        world.registers(other, first, null);
        world.need(first, "T1", "2025-01-01", null, null);
        world.need(leaves, "T1", "2025-01-01", null, null);
        // a day and a second later: on the second day; of the one who left, after the 29 whole days
        world.exchange(first, second, "2025-01-11T17:00:01Z");
        world.exchange(second, leaves, "2025-02-09T16:00:00Z");
        world.answers(event, second, 30, "2025-02-20");
        world.alone();
    }

    @Test
    void exchangesAreRoundedUpAndFollowUpDown() {
        JsonPath report = answer("analyst", "time-to-exchange?asOf=2025-01-25T17:00:00Z&event=" + event);

        assertThat(report.getInt("population.participations"), is(5));
        assertThat(report.getInt("population.followed"), is(4));
        assertThat(report.getInt("population.leftBeforeEnd"), is(1));
        assertThat(report.getInt("population.excluded.notAttended"), is(1));
        assertThat(report.getList("curves[0].points.time"), contains(0.0f, 2.0f));
        assertThat(report.getList("curves[0].points.events"), contains(0, 1));
        assertThat(report.getList("curves[1].points.time"), contains(2.0f, 15.0f));
        assertThat(report.getList("curves[1].points.censored"), contains(0, 1));
    }

    @Test
    void anExchangeAfterTheFollowUpIsNone() {
        JsonPath report = answer("analyst", "time-to-exchange?asOf=2025-12-31&event=" + event);

        assertThat(report.getList("curves[1].points.time"), contains(2.0f, 29.0f));
        assertThat(report.getList("curves[1].points.events"), contains(1, 0));
    }

    @Test
    void whoNeverAnsweredIsNotTakenToHaveHadNone() {
        JsonPath report = answer("analyst", "time-to-exchange?asOf=2025-12-31&ascertainment=confirmed");

        assertThat(report.getInt("population.followed"), is(1));
        assertThat(report.getInt("population.unascertained"), is(4));
        assertThat(report.getList("warnings"), hasItem(containsString("never answered a follow-up")));
    }

    @Test
    void aSelectionOfNobodyHasNullsWithReasons() {
        for (String nobody :
                List.of("event=" + other, "asOf=2024-01-01", "asOf=2199-01-01&event=" + UUID.randomUUID())) {
            JsonPath report = answer("analyst", "time-to-exchange?" + nobody);
            assertThat(report.getInt("population.participations"), is(0));
            assertThat(report.getList("curves.n"), contains(0, 0));
            assertThat(report.getString("curves[0].median.reason"), is("nobody was followed"));
            assertThat(report.getString("logRank.reason"), notNullValue());
            assertThat(report.getString("cox.reason"), is("no event"));
            assertThat(report.get("cox.coefficients[0].coefficient"), nullValue());
            assertThat(report.getList("warnings"), hasItem(containsString("Nobody is in this selection")));
        }
    }

    @Test
    void nobodyIsFollowedIntoTheFuture() {
        JsonPath report = answer("analyst", "time-to-exchange?asOf=2199-01-01");

        assertThat(
                Instant.parse(report.getString("asOf")),
                is(lessThan(Instant.now().plusSeconds(1))));
    }

    @Test
    void allCensoredGivesCurvesButNoComparison() {
        JsonPath report = answer("analyst", "time-to-exchange?asOf=2025-01-11T17:00:00Z");

        assertThat(report.getList("curves.events"), contains(0, 0));
        assertThat(report.getString("curves[0].median.reason"), is("not reached within the follow-up"));
        assertThat(report.getString("logRank.reason"), is("no event"));
    }

    @Test
    void constantsAndCopiesAmongTheCovariatesAreLeftOutAndNamed() {
        JsonPath report = answer("analyst", "time-to-exchange?asOf=2025-12-31&covariates=embedded,ready,score");

        assertThat(report.getList("cox.dropped.name"), hasItem("embedded"));
        assertThat(report.getString("cox.coefficients[0].reason"), is("constant"));
        assertThat(report.getList("parameters.covariates"), contains("embedded", "ready", "score"));
        assertThat(report.getList("warnings"), hasItem(containsString("The covariate embedded says nothing here")));
    }

    @ParameterizedTest
    @CsvSource({
        "covariates, age",
        "covariates, 'ready,ready'",
        "covariates, 'ready,'",
        "threshold, 17",
        "unit, person",
    })
    void whatIsNotAValueOfAParameterIs422(String name, String value) {
        given().auth()
                .oauth2(Tokens.of("analyst"))
                .queryParam(name, value)
                .get("/v1/reports/time-to-exchange")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/" + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"covariate=ready", "event=x", "asOf=tomorrow", "newTies=1"})
    void whatCannotBeReadIs400(String query) {
        ask("analyst", "time-to-exchange?" + query).statusCode(400).contentType("application/problem+json");
    }

    @Test
    void onlyStaffAndAnalystsGetItAndAlsoAsCsv() {
        ask("operator", "time-to-exchange").statusCode(403);
        String csv = given().auth()
                .oauth2(Tokens.of("analyst"))
                .accept("text/csv")
                .get("/v1/reports/time-to-exchange?asOf=2025-12-31")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv, containsString("needMatch.robustStandardError"));
        assertThat(csv, containsString("curves,ready,n,2"));
        assertThat(csv.lines().toList(), not(empty()));
    }
}
