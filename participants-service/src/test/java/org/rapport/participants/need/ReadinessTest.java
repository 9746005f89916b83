package org.rapport.participants.need;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ReadinessTest {

    private String topic;
    private UUID participant;

    @BeforeEach
    void somebodyAndATopic() {
        topic = People.topic();
        participant = People.participant();
    }

    private ValidatableResponse at(String time) {
        return Api.asOrganiser()
                .queryParam("at", time)
                .when()
                .get("/v1/participants/" + participant + "/readiness")
                .then()
                .statusCode(200);
    }

    private UUID need(String declaredAt, int each) {
        return Api.create("/v1/needs", """
                {"participantId": "%s", "topic": "%s", "declaredAt": "%s", "assessment":
                {"specificity": %4$d, "urgency": %4$d, "authority": %4$d, "benefit": %4$d}}""".formatted(participant, topic, declaredAt, each));
    }

    private static void assess(UUID need, String at, int each) {
        Api.post("/v1/needs/" + need + "/assessments", """
                {"assessedAt": "%s", "specificity": %2$d, "urgency": %2$d, "authority": %2$d, "benefit": %2$d}""".formatted(at, each)).statusCode(201);
    }

    @Test
    void isThatOfTheNeedsOpenAtTheTimeEachAsLastAssessedByThen() {
        UUID first = need("2026-01-10T00:00:00Z", 2);
        UUID second = need("2026-02-10T00:00:00Z", 1);
        assess(second, "2026-03-10T00:00:00Z", 4);
        Api.patch("/v1/needs/" + first, "\"0\"", "{\"status\": \"WITHDRAWN\", \"statusAt\": \"2026-03-01T00:00:00Z\"}")
                .statusCode(200);

        at("2026-01-09")
                .body("level", equalTo("NONE"))
                .body("score", equalTo(0))
                .body("need", nullValue());
        at("2026-01-10").body("level", equalTo("MEDIUM")).body("score", equalTo(8));
        at("2026-02-28T23:59:59Z")
                .body("score", equalTo(8))
                .body("need.id", equalTo(first.toString()))
                .body("openNeeds.id", equalTo(List.of(first.toString(), second.toString())))
                .body("openNeeds.score", equalTo(List.of(8, 4)));
        at("2026-03-01").body("score", equalTo(4)).body("level", equalTo("LOW")).body("openNeeds", hasSize(1));
        at("2026-03-10T01:00:00+01:00")
                .body("score", equalTo(16))
                .body("level", equalTo("HIGH"))
                .body("need.assessedAt", equalTo("2026-03-10T00:00:00Z"))
                .body("need.items.urgency", equalTo(4))
                .body("version", equalTo(1))
                .body("note", containsString("not a validated scale"));
    }

    @Test
    void isLowForANeedThatNobodyAssessedAndCountsOneThatWasReopened() {
        UUID need = Api.create(
                "/v1/needs",
                "{\"participantId\": \"" + participant + "\", \"topic\": \"" + topic
                        + "\", \"declaredAt\": \"2026-01-10T00:00:00Z\"}");
        Api.patch("/v1/needs/" + need, "\"0\"", "{\"status\": \"MET\", \"statusAt\": \"2026-02-01T00:00:00Z\"}");
        Api.patch("/v1/needs/" + need, "\"1\"", "{\"status\": \"OPEN\", \"statusAt\": \"2026-03-01T00:00:00Z\"}");

        at("2026-01-31").body("level", equalTo("LOW")).body("score", equalTo(0));
        at("2026-02-01").body("level", equalTo("NONE"));
        Api.asOrganiser()
                .when()
                .get("/v1/participants/" + participant + "/readiness")
                .then()
                .body("level", equalTo("LOW"))
                .body("need.items", nullValue())
                .body("openNeeds.assessedAt", equalTo(Arrays.asList((String) null)));
    }

    @Test
    void isForThoseWhoMaySeeTheParticipant() {
        String path = "/v1/participants/" + participant + "/readiness";
        Api.as(Tokens.participant(participant)).when().get(path).then().statusCode(200);
        Api.as(Tokens.participant(People.participant())).when().get(path).then().statusCode(404);
        Api.as(Tokens.partner(People.organisation())).when().get(path).then().statusCode(404);
        Api.asOrganiser().when().get(path + "?at=soon").then().statusCode(400);
    }
}
