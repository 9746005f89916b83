package org.rapport.participants.participant;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Whose addresses are, for the other services. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AddressTest {

    private static ValidatableResponse ask(String token, String json) {
        return Api.as(token)
                .contentType("application/json")
                .body(json)
                .when()
                .post("/v1/participants/addresses")
                .then();
    }

    @Test
    void theyAreToldInOrderToServicesOnly() {
        String address = "a" + UUID.randomUUID() + "@example.org";
        UUID participant = Api.create(
                "/v1/participants",
                "{\"givenName\": \"Rosa\", \"familyName\": \"Quiñones\", \"email\": \"" + address + "\"}");
        UUID survivor = Api.create("/v1/participants", "{\"givenName\": \"Rosa\", \"familyName\": \"Q\"}");
        String question =
                "{\"addresses\": [\"nobody@example.org\", \"" + address.toUpperCase(java.util.Locale.ROOT) + "\"]}";
        ask(Tokens.of("service"), question)
                .statusCode(200)
                .body("participants", contains(null, participant.toString()));
        ask(Tokens.of("admin"), question).statusCode(403);
        ask(Tokens.of("service"), "{\"addresses\": [" + String.join(",", Collections.nCopies(501, "\"a@b\"")) + "]}")
                .statusCode(422)
                .body("errors.code", hasItem("ADDRESSES_LENGTH"));

        Api.as(Tokens.of("admin"))
                .contentType("application/json")
                .body("{\"duplicateId\": \"" + participant + "\"}")
                .when()
                .post("/v1/participants/" + survivor + "/merge")
                .then()
                .statusCode(200);
        ask(Tokens.of("service"), question).body("participants", contains(null, survivor.toString()));
    }
}
