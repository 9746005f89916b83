package org.rapport.reporting.report.readiness;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.empty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.reporting.given.Expected;
import org.rapport.reporting.given.Facts;
import org.rapport.reporting.given.ImportedEvents;

/** The report, from events on Kafka in any order, against the same computed in R from the files alone. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadinessReferenceTest {

    private static final JsonNode SETS = Expected.read("/world/expected.json").get("sets");
    private static final Map<String, String> COLLECTIONS = Map.of("programme", "programmes", "event", "events");

    private static boolean loaded;

    @BeforeEach
    void givenTheWorld() {
        if (!loaded) {
            Facts.areOnly(Facts.shuffled(ImportedEvents.of("world"), 7));
            loaded = true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9", "P10"})
    void agreesWithR(String set) throws Exception {
        JsonNode parameters = SETS.get(set).get("parameters");
        ObjectNode expected = SETS.get(set).get("expected").deepCopy();
        sortStrata(expected, parameters);

        String answer = given().auth()
                .oauth2(Tokens.of("analyst"))
                .queryParams(query(parameters))
                .get("/v1/reports/readiness")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Expected.differences(expected, new ObjectMapper().readTree(answer)), empty());
    }

    private static Map<String, String> query(JsonNode parameters) {
        Map<String, String> query = new TreeMap<>();
        for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
            query.put(
                    parameter.getKey(),
                    id(parameter.getKey(), parameter.getValue().asText()));
        }
        return query;
    }

    /** Programmes and events go by their keys in the files there, and by their ids here. */
    private static void sortStrata(ObjectNode expected, JsonNode parameters) {
        if (!expected.has("stratified")) {
            return;
        }
        ArrayNode strata = (ArrayNode) expected.get("stratified").get("strata");
        List<JsonNode> sorted = StreamSupport.stream(strata.spliterator(), false)
                .map(stratum -> (JsonNode) ((ObjectNode) stratum)
                        .put(
                                "key",
                                id(
                                        parameters.get("stratifyBy").asText(),
                                        stratum.get("key").asText())))
                .sorted(Comparator.comparing(stratum -> stratum.get("key").asText()))
                .toList();
        strata.removeAll();
        strata.addAll(sorted);
    }

    private static String id(String kind, String key) {
        return COLLECTIONS.containsKey(kind)
                ? Uuids.imported("world", COLLECTIONS.get(kind), key).toString()
                : key;
    }
}
