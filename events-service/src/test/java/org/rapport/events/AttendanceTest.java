package org.rapport.events;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Who registered, was there, met whom, and promised what; people are known from Kafka only. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AttendanceTest {

    private static String attendance(UUID event, UUID participant) {
        return "{\"eventId\": \"%s\", \"participantId\": \"%s\", \"status\": \"PRESENT\"}"
                .formatted(event, participant);
    }

    @Test
    void anAttendanceIsRecordedOnce() {
        String body = attendance(Meetings.event(), Elsewhere.participant());
        Api.post("/v1/attendances", body).statusCode(201);
        Api.post("/v1/attendances", body).statusCode(409).body("code", equalTo("ALREADY_RECORDED"));
    }

    @Test
    void aParticipantWhomNobodyCanVouchForNowGetsATryLater() {
        Api.post("/v1/attendances", attendance(Meetings.event(), UUID.randomUUID()))
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("https://rapport.dev/problems/unavailable"));
    }

    @Test
    void aSessionOfAnotherEventIsRefused() {
        UUID session = Meetings.sessionOf(Meetings.event());
        Api.post("/v1/attendances", """
                        {"eventId": "%s", "sessionId": "%s", "participantId": "%s", "status": "PRESENT"}""".formatted(Meetings.event(), session, Elsewhere.participant()))
                .statusCode(422)
                .body("errors.code", equalTo(List.of("SESSION_UNKNOWN")));
    }

    @Test
    void anEncounterOfAPairIsTheSameWhoeverIsNamedFirst() {
        UUID event = Meetings.event();
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        String header = "event,participant_a,participant_b,met_at\n";
        Api.importCsv("encounters", "x", header + event + "," + a + "," + b + ",2026-03-01T15:00:00Z\n")
                .body("created", equalTo(1));
        Api.importCsv("encounters", "x", header + event + "," + b + "," + a + ",2026-03-01T15:00:00Z\n")
                .body("unchanged", equalTo(1));
        Api.importCsv("encounters", "x", header + event + "," + a + "," + a + ",2026-03-01T15:00:00Z\n")
                .body("rejected", equalTo(1))
                .body("errors[0].code", equalTo("SAME_PARTICIPANT"))
                .body("errors[0].column", equalTo("participant_b"));
        Api.asOrganiser()
                .queryParam("participantId", b)
                .when()
                .get("/v1/encounters")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void anEncounterWithSomebodyWhoWasNotThereIsTakenAndMarked() {
        UUID event = Meetings.event();
        UUID there = Elsewhere.participant();
        UUID elsewhere = Elsewhere.participant();
        Api.create("/v1/attendances", attendance(event, there));
        UUID encounter = UUID.fromString(Api.post("/v1/encounters", """
                        {"eventId": "%s", "participantAId": "%s", "participantBId": "%s", "metAt": "2026-03-01T15:00:00Z"}""".formatted(event, there, elsewhere))
                .statusCode(201)
                .body("unattended", equalTo(true))
                .extract()
                .path("id"));
        String marked = "/v1/encounters?unattended=true&eventId=" + event;
        Api.asOrganiser().when().get(marked).then().body("items.id", equalTo(List.of(encounter.toString())));

        Api.create("/v1/attendances", attendance(event, elsewhere));

        Api.asOrganiser().when().get(marked).then().body("items", hasSize(0));
        Api.asOrganiser().when().get("/v1/encounters/" + encounter).then().body("unattended", equalTo(false));
    }

    @Test
    void aPartnerSeesTheEventsOfItsMembersAndNoOthers() {
        UUID organisation = UUID.randomUUID();
        UUID theirs = Meetings.event();
        UUID others = Meetings.event();
        UUID attendance = Api.create("/v1/attendances", attendance(theirs, Elsewhere.memberOf(organisation)));
        UUID hidden = Api.create("/v1/attendances", attendance(others, Elsewhere.participant()));
        String token = Tokens.partner(organisation);
        Api.as(token).when().get("/v1/events/" + theirs).then().statusCode(200);
        Api.as(token).when().get("/v1/events/" + others).then().statusCode(404);
        Api.as(token).when().get("/v1/attendances/" + attendance).then().statusCode(200);
        Api.as(token).when().get("/v1/attendances/" + hidden).then().statusCode(404);
        Api.as(token)
                .when()
                .get("/v1/events?count=true")
                .then()
                .body("items.id", equalTo(List.of(theirs.toString())))
                .body("count", equalTo(1));
        Api.as(token)
                .contentType("application/json")
                .body(attendance(theirs, Elsewhere.participant()))
                .when()
                .post("/v1/attendances")
                .then()
                .statusCode(403);
    }

    @Test
    void aRegistrationAndACommitmentKeepToTheContract() throws Exception {
        UUID event = Meetings.event();
        UUID participant = Elsewhere.participant();
        UUID registration = Api.create("/v1/registrations", """
                {"eventId": "%s", "participantId": "%s", "status": "CONFIRMED", "incentive": "GRANT"}""".formatted(event, participant));
        UUID commitment = Api.create("/v1/commitments", """
                {"eventId": "%s", "participantId": "%s", "statedAt": "2026-03-01T21:00:00Z"}""".formatted(event, participant));
        Api.patch("/v1/registrations/" + registration, "\"0\"", "{\"status\": \"CANCELLED\"}")
                .statusCode(200);
        PublishedEvents.await("rapport.events.v1", registration, 2);
        PublishedEvents.await("rapport.events.v1", commitment, 1);
        PublishedEvents.requireConformity("rapport.events.v1");
    }
}
