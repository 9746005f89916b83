package org.rapport.participants.followup;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

/** Names for the form that asks people what came of an event. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FollowUpPeopleTest {

    private static UUID person(String family, String language, String withdrawnAt) {
        return Api.create("/v1/participants", """
                {"givenName": "José", "familyName": "%s", "language": "%s", "consents": [{"purpose": "PROFILE_SHARING",
                "textVersion": "1", "givenAt": "2026-01-15T10:00:00Z", "withdrawnAt": %s}]}""".formatted(family, language, withdrawnAt));
    }

    private static ValidatableResponse find(String token, UUID respondent, String question) {
        return Api.as(token)
                .contentType("application/json")
                .body("{\"respondentId\": \"" + respondent + "\", \"questions\": [" + question + "]}")
                .when()
                .post("/v1/follow-up-people")
                .then();
    }

    @Test
    void namesOnlyThoseWhoShareTheirProfileAndOnlyToServices() {
        UUID open = person("Núñez Prado", "es", "null");
        UUID other = person("Arce", "es", "null");
        UUID closed = person("Núñez", "es", "\"2026-02-01T00:00:00Z\"");
        UUID without = People.participant();
        UUID need = People.needOf(open);
        String ids = "\"ids\": [\"%s\", \"%s\", \"%s\", \"%s\", \"%s\"]"
                .formatted(open, other, closed, without, UUID.randomUUID());
        String service = Tokens.of("service");
        find(service, open, "{" + ids + ", \"offset\": 0, \"limit\": 1}")
                .statusCode(200)
                .body("language", equalTo("es"))
                .body("needs.id", contains(need.toString()))
                .body("found[0].people.name", contains("José Arce"))
                .body("found[0].more", equalTo(true));
        find(service, open, "{" + ids + ", \"q\": \"pra NUN\", \"offset\": 0, \"limit\": 9}")
                .body("found[0].people.id", contains(open.toString()));
        find(service, open, "{" + ids + ", \"q\": \"%\", \"offset\": 0, \"limit\": 9}")
                .body("found[0].people", empty());
        find(Tokens.of("admin", "organiser"), open, "{" + ids + ", \"offset\": 0, \"limit\": 1}")
                .statusCode(403);
        find(service, open, "{\"offset\": -1, \"limit\": 0}").statusCode(422);
    }
}
