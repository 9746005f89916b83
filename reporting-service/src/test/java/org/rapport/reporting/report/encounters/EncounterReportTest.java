package org.rapport.reporting.report.encounters;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ResponseBody;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Expected;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/** The report against what was counted from the files of a real conference. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EncounterReportTest {

    private static boolean loaded;

    @BeforeEach
    void givenTheConference() {
        if (!loaded) {
            Facts.areOnly(ImportedEvents.of("sfhh"));
            loaded = true;
        }
    }

    @Test
    void agreesWithTheFiles() throws Exception {
        ObjectNode expected = (ObjectNode) Expected.read("/sfhh/expected.json");
        expected.remove("source");
        expected.remove("event");
        expected.set("pairsMeetingOnSeveralDays", expected.remove("pairsMeetingOnBothDays"));
        ObjectNode degree = (ObjectNode) expected.get("degree");
        degree.put("maxParticipant", id(degree.get("maxParticipant")));
        for (JsonNode pair : expected.get("longestPairs")) {
            ArrayNode participants = (ArrayNode) pair.get("participants");
            var ids = StreamSupport.stream(participants.spliterator(), false)
                    .map(EncounterReportTest::id)
                    .sorted()
                    .toList();
            participants.removeAll();
            ids.forEach(participants::add);
        }

        JsonNode answer = new ObjectMapper().readTree(get("analyst", "").asString());

        assertThat(Expected.differences(expected, answer), empty());
    }

    @Test
    void whoIsNoAnalystLearnsOfNobodyInParticular() {
        var report = get("organiser", "").jsonPath();
        assertThat(report.get("pairs"), is(9565));
        assertThat(report.get("degree.max"), is(170));
        assertThat(report.get("degree.maxParticipant"), nullValue());
        assertThat(report.get("longestPairs"), nullValue());
    }

    @Test
    void aSelectionOfNobodyHasNulls() {
        var report = get("analyst", "?event=" + UUID.randomUUID()).jsonPath();
        assertThat(report.get("participants"), is(0));
        assertThat(report.get("encounters"), is(0));
        assertThat(report.get("density"), nullValue());
        assertThat(report.get("degree.mean"), nullValue());
        assertThat(report.get("firstMetAt"), nullValue());
    }

    private static ResponseBody<?> get(String role, String query) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .get("/v1/reports/encounters" + query)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static String id(JsonNode key) {
        return Uuids.imported("sfhh", "participants", key.asText()).toString();
    }
}
