package org.rapport.reporting.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.rapport.reporting.given.Reports.answer;
import static org.rapport.reporting.given.Reports.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Expected;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/** Reports on the simulated world, from events on Kafka, against the same computed in R; and what is told of few people. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WorldReportsTest {

    private static final JsonNode SETS = Expected.read("/world/expected.json").get("sets");

    private static boolean loaded;

    @BeforeEach
    void givenTheWorld() {
        if (!loaded) {
            Facts.areOnly(Facts.shuffled(ImportedEvents.of("world"), 5));
            loaded = true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"T1", "T2", "X1", "C1", "N1"})
    void agreesWithR(String set) throws Exception {
        JsonNode expected = SETS.get(set);
        String query = expected.get("parameters").properties().stream()
                .map(parameter ->
                        parameter.getKey() + "=" + parameter.getValue().asText())
                .collect(Collectors.joining("&"));

        String answer = ask("analyst", expected.get("report").asText() + "?" + query)
                .statusCode(200)
                .extract()
                .asString();

        JsonNode actual = new ObjectMapper().readTree(answer);
        boolean isList = expected.get("expected").isArray();
        assertThat(
                Expected.differences(
                        expected.get("expected"),
                        isList ? actual.get(actual.get("report").asText()) : actual),
                empty());
    }

    @Test
    void aStepOfACurveTellsOfNoFewPeople() {
        JsonPath curves = answer("organiser", "time-to-exchange?asOf=2025-12-31");

        for (int group = 0; group < 2; group++) {
            String points = "curves[" + group + "].points";
            List<Integer> events = curves.getList(points + ".events");
            assertThat(events, everyItem(greaterThanOrEqualTo(5)));
            assertThat(
                    curves.<Integer>getList(points + ".censored").stream()
                            .filter(count -> count > 0)
                            .toList(),
                    everyItem(greaterThanOrEqualTo(5)));
            assertThat(
                    events.stream().mapToInt(Integer::intValue).sum(),
                    lessThanOrEqualTo(curves.getInt("curves[" + group + "].events") + 2 * events.size() + 2));
            assertThat(events.size(), greaterThanOrEqualTo(5));
        }
        assertThat(curves.get("curves[1].at[2].survival"), notNullValue());
        assertThat(curves.get("logRank.pValue"), notNullValue());
        assertThat(curves.getList("warnings"), hasItem(containsString("put together to periods")));
    }

    @Test
    void curvesOfFewPeopleAreHiddenWithAllThatIsComputedFromThem() {
        JsonPath report = answer("organiser", "time-to-exchange?asOf=2023-03-31");

        assertThat(report.get("curves[0].n"), nullValue());
        assertThat(report.getString("curves[0].reason"), containsString("suppressed"));
        assertThat(report.getList("curves[1].points"), empty());
        assertThat(report.get("population.followed"), nullValue());
        assertThat(report.get("covariateSums"), nullValue());
        assertThat(report.getString("logRank.reason"), containsString("suppressed"));
        assertThat(report.getString("cox.reason"), containsString("suppressed"));
        assertThat(
                report.getList("multiplicity.pValue").stream()
                        .filter(p -> p != null)
                        .toList(),
                empty());
        assertThat(answer("analyst", "time-to-exchange?asOf=2023-03-31").get("curves[0].n"), notNullValue());
    }

    @ParameterizedTest
    @CsvSource({"embeddedness, 476", "incentives, 254"})
    void comparisonsHaveReadinessAsAStratumAndTellTheInteraction(String name, int exposed) {
        JsonPath report = answer("analyst", name + "?asOf=2025-12-31");

        assertThat(report.getString("report"), is(name));
        assertThat(report.getInt("population.exposed"), is(exposed));
        assertThat(report.getList("stratified.strata.key"), contains("notReady", "ready"));
        for (String cell : List.of("ready.engaged", "ready.notEngaged", "notReady.engaged", "notReady.notEngaged")) {
            assertThat(
                    report.<Integer>getList("stratified.strata.table." + cell).stream()
                            .mapToInt(Integer::intValue)
                            .sum(),
                    is(report.getInt("table." + cell)));
        }
        assertThat(
                report.getDouble("interaction.ratioOfOddsRatios.value"),
                closeTo(
                        report.getDouble("stratified.strata[1].oddsRatio.value")
                                / report.getDouble("stratified.strata[0].oddsRatio.value"),
                        1e-6));
        assertThat(report.get("interaction.robust.ratioOfRelativeRisks.lower"), notNullValue());
        assertThat(report.getList("multiplicity.comparison"), hasItem("interaction"));
        assertThat(answer("analyst", "readiness?asOf=2025-12-31").get("interaction"), nullValue());
    }

    /** All attendances of one event are embedded, or none. */
    @Test
    void oneGroupWithNobodyInItIsSaidSo() {
        JsonPath report = answer("analyst", "embeddedness?asOf=2025-12-31&event=e17058b1-8765-5e86-9092-e0d255c37611");

        assertThat(report.getString("estimates.relativeRisk.reason"), is("nobody in one of the groups"));
        assertThat(report.getString("interaction.ratioOfOddsRatios.reason"), is("nobody in one of the groups"));
        assertThat(
                answer("organiser", "embeddedness?asOf=2025-12-31&event=e17058b1-8765-5e86-9092-e0d255c37611")
                        .getString("interaction.test.reason"),
                containsString("suppressed"));
        ask("analyst", "incentives?stratifyBy=event").statusCode(400);
        ask("analyst", "incentives?threshold=high").statusCode(422);
        ask("operator", "embeddedness").statusCode(403);
    }

    @Test
    void promisesKeptByFewAreToldOnlyToAnalysts() {
        JsonPath report = answer("organiser", "commitments?asOf=2025-12-31");
        String toSomebody = "commitments.find { it.kind == 'PARTICIPANT' }.horizons";

        assertThat(report.get(toSomebody + "[0].keptWithCounterpart"), nullValue());
        assertThat(report.get(toSomebody + "[0].commitmentsAscertained"), nullValue());
        assertThat(report.getString(toSomebody + "[0].kept.reason"), containsString("suppressed"));
        assertThat(report.get(toSomebody + "[2].keptWithCounterpart"), is(15));
        assertThat(report.get(toSomebody + "[2].clusterRobust.lower"), notNullValue());
        assertThat(report.getList("warnings"), hasItem(containsString("times as many")));
        JsonPath nobody = answer("analyst", "commitments?asOf=2020-01-01");
        assertThat(nobody.getList("commitments.participations"), contains(0, 0, 0));
        assertThat(nobody.getString("commitments[0].horizons[0].relativeRisk.reason"), notNullValue());
        ask("analyst", "commitments?window=P90D").statusCode(400);
        ask("analyst", "commitments?role=x").statusCode(422);
    }

    @Test
    void needsOfFewPeopleAreToldOnlyToAnalystsNorLeftOverFromATotal() {
        JsonPath report = answer("organiser", "needs?asOf=2025-12-31");
        JsonPath everything = answer("analyst", "needs?asOf=2025-12-31");

        for (String rows : List.of("byTopic", "byKind")) {
            for (String count : List.of("declared", "met")) {
                List<Integer> shown = report.<Integer>getList(rows + "." + count).stream()
                        .filter(number -> number != null)
                        .toList();
                assertThat(shown, everyItem(greaterThanOrEqualTo(5)));
                List<Integer> told = report.getList(rows + "." + count);
                List<Integer> exact = everything.getList(rows + "." + count);
                int left = IntStream.range(0, told.size())
                        .filter(i -> told.get(i) == null)
                        .map(exact::get)
                        .sum();
                assertThat(left, either(is(0)).or(greaterThanOrEqualTo(5)));
            }
            assertThat(report.getList(rows + ".key"), is(everything.getList(rows + ".key")));
        }
        assertThat(report.getList("byTopic.declared"), hasItem(nullValue()));
        assertThat(everything.getList("byTopic.declared"), not(hasItem(nullValue())));
        assertThat(report.getList("timeToMet.points.events"), everyItem(greaterThanOrEqualTo(5)));
    }

    @Test
    void needsAreAsTheyWereAndOfThoseWhoCame() {
        JsonPath before = answer("analyst", "needs?asOf=2024-06-30");

        assertThat(before.getInt("declared"), lessThan(778));
        assertThat(before.getInt("met"), lessThan(179));
        assertThat(
                before.getInt("met") + before.getInt("withdrawn") + before.getInt("open"),
                is(before.getInt("declared")));
        JsonPath ofOneEvent = answer("analyst", "needs?asOf=2025-12-31&event=e17058b1-8765-5e86-9092-e0d255c37611");
        assertThat(ofOneEvent.getInt("declared"), allOf(greaterThan(0), lessThan(778)));
        assertThat(answer("analyst", "needs?asOf=2020-01-01").getString("share.reason"), is("nobody in the group"));
        ask("analyst", "needs?window=P90D").statusCode(400);
    }

    @Test
    void everyReportOfTheCatalogueAnswersInBothForms() {
        List<String> names = given().auth()
                .oauth2(Tokens.of("organiser"))
                .get("/v1/reports")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("reports.name");

        assertThat(names.size(), greaterThanOrEqualTo(11));
        for (String name : names) {
            JsonPath report = answer("organiser", name + "?asOf=2025-12-31");
            assertThat(report.getString("report"), is(name));
            assertThat(report.get("parameters.asOf"), notNullValue());
            assertThat(report.getList("warnings"), notNullValue());
            String csv = given().auth()
                    .oauth2(Tokens.of("organiser"))
                    .accept("text/csv")
                    .get("/v1/reports/" + name + "?asOf=2025-12-31")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(csv, startsWith("section,key,field,value\r\nreport,,,"));
            assertThat(csv, not(containsString("NaN")));
            assertThat(csv, not(containsString("Infinity")));
        }
    }
}
