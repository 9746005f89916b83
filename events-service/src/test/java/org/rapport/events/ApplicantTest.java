package org.rapport.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Participants who register by themselves. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ApplicantTest {

    private UUID self;
    private String token;

    @BeforeEach
    void someParticipant() {
        self = Meetings.participants(1).get(0);
        token = Tokens.participant(self);
    }

    private ValidatableResponse apply(UUID event, UUID participant, String more) {
        return Api.as(token)
                .contentType("application/json")
                .body("{\"eventId\": \"" + event + "\", \"participantId\": \"" + participant + "\"" + more + "}")
                .when()
                .post("/v1/registrations")
                .then();
    }

    private ValidatableResponse patch(UUID registration, String json) {
        String etag =
                Meetings.get("/v1/registrations/" + registration).extract().header("ETag");
        return Api.as(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", etag)
                .body(json)
                .when()
                .patch("/v1/registrations/" + registration)
                .then();
    }

    @Test
    void atAnOpenEventWhoAppliesHasAPlaceOrWaitsForOne() {
        UUID event = Meetings.ahead("\"registrationMode\": \"OPEN\", \"capacity\": 1");
        Api.as(token).when().get("/v1/events/" + event).then().statusCode(200);
        apply(event, self, "")
                .statusCode(201)
                .body("status", equalTo("CONFIRMED"))
                .body("registeredAt", notNullValue());
        apply(event, self, "").statusCode(409).body("code", equalTo("ALREADY_REGISTERED"));
        someParticipant();
        apply(event, self, "")
                .statusCode(201)
                .body("status", equalTo("WAITLISTED"))
                .body("queuePlace", equalTo(1));
    }

    @Test
    void whereOrganisersDecideAnApplicationWaitsForThem() {
        UUID event = Meetings.ahead("\"registrationMode\": \"APPROVAL\"");
        UUID id = UUID.fromString(apply(event, self, ", \"status\": \"APPLIED\"")
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .extract()
                .path("id"));
        patch(id, "{\"status\": \"CONFIRMED\"}").statusCode(403);
        Meetings.patch("/v1/registrations/" + id, "{\"status\": \"CONFIRMED\"}")
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
        patch(id, "{\"status\": \"WITHDRAWN\", \"incentive\": \"GRANT\"}").statusCode(403);
        patch(id, "{\"status\": \"WITHDRAWN\"}").statusCode(200).body("status", equalTo("WITHDRAWN"));
        patch(id, "{\"status\": \"APPLIED\"}").statusCode(200).body("status", equalTo("APPLIED"));
        Meetings.patch("/v1/registrations/" + id, "{\"status\": \"REJECTED\"}").statusCode(200);
        patch(id, "{\"status\": \"APPLIED\"}").statusCode(403);
    }

    @Test
    void whatIsNotOpenCannotBeToldFromWhatDoesNotExist() {
        UUID past = Api.create(
                "/v1/events", "{\"title\": \"Over\", \"registrationMode\": \"OPEN\", " + Meetings.TIMES + "}");
        for (UUID event : new UUID[] {Meetings.ahead("\"capacity\": 9"), past, UUID.randomUUID()}) {
            Api.as(token).when().get("/v1/events/" + event).then().statusCode(404);
            apply(event, self, "").statusCode(422).body("errors.code", contains("EVENT_NOT_OPEN"));
        }
    }

    @Test
    void nobodyAppliesForOthersOrForMoreThanAPlace() {
        UUID event = Meetings.ahead("\"registrationMode\": \"OPEN\"");
        apply(event, Meetings.participants(1).get(0), "").statusCode(403);
        apply(event, self, ", \"status\": \"CONFIRMED\"").statusCode(403);
        apply(event, self, ", \"incentive\": \"GRANT\"").statusCode(403);
        apply(event, self, ", \"registeredAt\": \"2020-01-01T00:00:00Z\"").statusCode(403);
        UUID others = Meetings.registration(event, Meetings.participants(1).get(0), "CONFIRMED");
        patch(others, "{\"status\": \"WITHDRAWN\"}").statusCode(404);
    }

    @Test
    void aPartnerSeesTheRegistrationsOfItsMembersAndMakesNone() {
        UUID organisation = UUID.randomUUID();
        UUID event = Meetings.ahead("\"registrationMode\": \"OPEN\"");
        UUID hidden = Meetings.ahead("\"registrationMode\": \"OPEN\"");
        UUID member = Elsewhere.memberOf(organisation);
        UUID registration = Meetings.registration(event, member, "CONFIRMED");
        UUID others = Meetings.registration(event, self, "CONFIRMED");
        token = Tokens.partner(organisation);
        Api.as(token).when().get("/v1/registrations/" + registration).then().statusCode(200);
        Api.as(token).when().get("/v1/registrations/" + others).then().statusCode(404);
        Api.as(token).when().get("/v1/events/" + hidden).then().statusCode(404);
        Api.as(token).when().get("/v1/registrations?eventId=" + hidden).then().body("items", empty());
        apply(event, member, "").statusCode(403);
        patch(registration, "{\"status\": \"WITHDRAWN\"}").statusCode(403);
    }
}
