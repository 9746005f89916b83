package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.given.Reports.answer;
import static org.rapport.reporting.given.Reports.ask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.testing.StackTestResource;
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
    @ValueSource(strings = {"T1", "T2", "X1"})
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

        assertThat(Expected.differences(expected.get("expected"), new ObjectMapper().readTree(answer)), empty());
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
                    is(curves.getInt("curves[" + group + "].events")));
            assertThat(events.size(), greaterThanOrEqualTo(5));
        }
        assertThat(curves.get("curves[1].at[2].survival"), notNullValue());
        assertThat(curves.get("logRank.pValue"), notNullValue());
        assertThat(curves.getList("warnings"), hasItem(containsString("put together to periods")));
    }

    @Test
    void curvesOfFewPeopleAreHiddenWithAllThatIsComputedFromThem() {
        JsonPath report = answer("organiser", "time-to-exchange?asOf=2023-04-01");

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
        assertThat(answer("analyst", "time-to-exchange?asOf=2023-04-01").get("curves[0].n"), notNullValue());
    }
}
