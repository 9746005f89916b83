package org.rapport.participants.organisation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OrganisationTest {

    @Test
    void whatIsCreatedCanBeReadAgain() {
        String id = given().auth()
                .oauth2(Tokens.of("organiser"))
                .contentType("application/json")
                .body("{\"name\": \"Agencia del Agua\", \"type\": \"10\", \"country\": \"PE\"}")
                .when()
                .post("/v1/organisations")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .extract()
                .path("id");
        given().auth()
                .oauth2(Tokens.of("analyst"))
                .when()
                .get("/v1/organisations/" + id)
                .then()
                .statusCode(200)
                .body("name", equalTo("Agencia del Agua"));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        given().auth()
                .oauth2(Tokens.of("organiser"))
                .contentType("application/json")
                .body("{\"type\": \"11\", \"country\": \"XX\"}")
                .when()
                .post("/v1/organisations")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", endsWith("/invalid"))
                .body("errors.code", hasItems("NAME_REQUIRED", "TYPE_INVALID", "COUNTRY_INVALID"));
    }
}
