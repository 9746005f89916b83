package org.rapport.participants.offer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OfferTest {

    private static UUID offer(UUID participant, String topic, String from, String to) {
        return Api.create("/v1/offers", """
                {"participantId": "%s", "topic": "%s", "availableFrom": "%s", "availableTo": "%s"}""".formatted(participant, topic, from, to));
    }

    @Test
    void canBeTakenUpFromItsFirstMomentToItsLast() {
        String topic = People.topic();
        UUID participant = People.participant();
        UUID spring = offer(participant, topic, "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z");
        UUID summer = offer(participant, topic, "2026-06-01T00:00:00Z", "2026-09-01T00:00:00Z");
        String path = "/v1/offers?topic=" + topic + "&availableAt=";
        Api.asOrganiser()
                .when()
                .get(path + "2026-05-31T23:59:59Z")
                .then()
                .body("items.id", contains(spring.toString()));
        Api.asOrganiser()
                .when()
                .get(path + "2026-06-01")
                .then()
                .body("items.id", containsInAnyOrder(spring.toString(), summer.toString()));
    }

    @Test
    void staysItsParticipantsAndDoesNotEndBeforeItBegins() {
        UUID offer = offer(People.participant(), People.topic(), "2026-03-01T00:00:00Z", "2026-06-01T00:00:00Z");
        Api.patch("/v1/offers/" + offer, "\"0\"", "{\"participantId\": \"" + People.participant() + "\"}")
                .statusCode(422)
                .body("errors.code", hasItem("PARTICIPANT_FIXED"));
        Api.patch("/v1/offers/" + offer, "\"0\"", "{\"availableTo\": \"2026-02-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors.code", hasItem("ENDS_BEFORE_START"));
    }
}
