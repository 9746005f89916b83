package org.rapport.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Who did not come, and what becomes of that when they did. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CloseTest {

    private static ValidatableResponse close(UUID event) {
        return Api.post("/v1/events/" + event + "/close", "");
    }

    @Test
    void whoIsConfirmedAndWasNotSeenDidNotComeUntilALateDeviceSaysSo() throws Exception {
        UUID event = Meetings.event();
        UUID session = Meetings.sessionOf(event);
        UUID seen = Elsewhere.participant();
        UUID excused = Elsewhere.participant();
        UUID absent = Elsewhere.participant();
        UUID waiting = Elsewhere.participant();
        Doors.post(
                Doors.scan(Doors.token(Doors.registration(event, seen)), event, session, "IN", "2026-03-01T14:05:00Z"));
        Doors.registration(event, excused);
        Api.create("/v1/attendances", """
                {"eventId": "%s", "participantId": "%s", "status": "EXCUSED"}""".formatted(event, excused));
        String late = Doors.token(Doors.registration(event, absent));
        Api.create("/v1/registrations", """
                {"eventId": "%s", "participantId": "%s", "status": "WAITLISTED"}""".formatted(event, waiting));

        close(event).statusCode(200).body("noShows", equalTo(1));
        close(event).body("noShows", equalTo(0));

        Api.asOrganiser()
                .when()
                .get("/v1/attendances?status=NO_SHOW&eventId=" + event)
                .then()
                .body("items.participantId", contains(absent.toString()))
                .body("items.method", contains(nullValue()));
        Doors.in(late, event, "2026-03-01T14:20:00Z").body("result", equalTo("ACCEPTED"));
        String attendance = Doors.attendance(event, absent)
                .body("items.status", contains("PRESENT"))
                .body("items[0].history.status", contains("NO_SHOW"))
                .body("items[0].history.version", contains(0))
                .extract()
                .path("items[0].id");
        PublishedEvents.await("rapport.events.v1", UUID.fromString(attendance), 2);
    }

    @Test
    void correctionsKeepWhatWasRecordedBefore() {
        UUID event = Meetings.event();
        UUID attendance = Api.create("/v1/attendances", """
                {"eventId": "%s", "participantId": "%s", "status": "NO_SHOW"}""".formatted(event, Elsewhere.participant()));

        Api.patch("/v1/attendances/" + attendance, "\"0\"", """
                        {"status": "PRESENT", "method": "MANUAL", "checkedInAt": "2026-03-01T14:00:00Z"}""")
                .statusCode(200)
                .body("history.status", contains("NO_SHOW"));
        Api.patch("/v1/attendances/" + attendance, "\"1\"", "{\"status\": \"PARTIAL\"}")
                .body("history.status", contains("NO_SHOW", "PRESENT"))
                .body("history.method", contains(null, "MANUAL"))
                .body("history[1].checkedInAt", equalTo("2026-03-01T14:00:00Z"));
        Api.patch("/v1/attendances/" + attendance, "\"2\"", "{\"status\": \"PARTIAL\"}")
                .body("history", hasSize(2));
    }

    @Test
    void anEventThatHasNotBegunOrDoesNotTakePlaceIsNotClosed() {
        UUID future = Api.create("/v1/events", """
                {"title": "Later", "startsAt": "2040-03-01T14:00:00Z", "endsAt": "2040-03-01T22:00:00Z"}""");
        UUID cancelled =
                Api.create("/v1/events", "{\"title\": \"Lima\", \"status\": \"CANCELLED\", " + Meetings.TIMES + "}");

        close(future).statusCode(409).body("code", equalTo("EVENT_NOT_STARTED"));
        close(cancelled).statusCode(409).body("code", equalTo("EVENT_NOT_HELD"));
        close(UUID.randomUUID()).statusCode(404);
        Api.as(Tokens.partner(UUID.randomUUID()))
                .when()
                .post("/v1/events/" + cancelled + "/close")
                .then()
                .statusCode(403);
    }
}
