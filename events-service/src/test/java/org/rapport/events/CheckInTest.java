package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Codes of those who are registered, and their scans at the doors. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CheckInTest {

    private UUID event;
    private UUID participant;
    private UUID registration;
    private String token;

    @BeforeEach
    void register() {
        event = Meetings.event();
        participant = Elsewhere.participant();
        registration = Doors.registration(event, participant);
        token = Doors.token(registration);
    }

    @Test
    void thePictureHoldsTheSignedCodeForStaffAndForThemselvesOnly() throws Exception {
        byte[] png = Api.as(Tokens.participant(participant))
                .when()
                .get("/v1/registrations/" + registration + "/qr.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .asByteArray();

        assertThat(Doors.seen(png), equalTo(token));
        for (String address : List.of("/qr.png", "/ticket")) {
            String path = "/v1/registrations/" + registration + address;
            Api.as(Tokens.participant(UUID.randomUUID()))
                    .when()
                    .get(path)
                    .then()
                    .statusCode(404);
            Api.as(Tokens.partner(UUID.randomUUID())).when().get(path).then().statusCode(403);
        }
    }

    @Test
    void aScanIsAnsweredAndRecordsThatTheyAreThere() throws Exception {
        Doors.in(token, event, "2026-03-01T14:05:00Z")
                .statusCode(200)
                .body("result", equalTo("ACCEPTED"))
                .body("reason", nullValue())
                .body("participantId", equalTo(participant.toString()))
                .body("happenedAt", equalTo("2026-03-01T14:05:00Z"));
        Doors.in(token, event, "2026-03-01T14:06:00Z").body("reason", equalTo("ALREADY_CHECKED_IN"));
        Doors.out(token, event, "2026-03-01T16:00:00Z").body("result", equalTo("ACCEPTED"));
        Doors.in(token, event, "2026-03-01T16:30:00Z").body("result", equalTo("ACCEPTED"));

        String attendance = Doors.attendance(event, participant)
                .body("items.status", contains("PRESENT"))
                .body("items.method", contains("QR"))
                .body("items.checkedInAt", contains("2026-03-01T14:05:00Z"))
                .body("items.checkedOutAt", contains("2026-03-01T16:00:00Z"))
                .extract()
                .path("items[0].id");
        PublishedEvents.await("rapport.events.v1", UUID.fromString(attendance), 2);
        PublishedEvents.requireConformity("rapport.events.v1");
    }

    @Test
    void scansThatArriveOutOfOrderSettleToTheEarliestWayInAndTheLatestOut() {
        Doors.out(token, event, "2026-03-01T17:00:00Z").body("result", equalTo("ACCEPTED"));
        Doors.in(token, event, "2026-03-01T14:30:00Z").body("result", equalTo("ACCEPTED"));
        Doors.out(token, event, "2026-03-01T15:00:00Z").body("result", equalTo("ACCEPTED"));
        Doors.in(token, event, "2026-03-01T14:10:00Z").body("result", equalTo("ACCEPTED"));
        Doors.in(token, event, "2026-03-01T14:20:00Z").body("reason", equalTo("ALREADY_CHECKED_IN"));

        Doors.attendance(event, participant)
                .body("items.checkedInAt", contains("2026-03-01T14:10:00Z"))
                .body("items.checkedOutAt", contains("2026-03-01T17:00:00Z"));
    }

    @Test
    void everyReasonAgainstAScanHasItsName() {
        UUID other = Meetings.event();
        UUID sessionOfOther = Meetings.sessionOf(other);
        String forged = token.substring(0, 20) + (token.charAt(20) == 'x' ? 'y' : 'x') + token.substring(21);
        String late = "2026-03-01T14:05:00Z";

        Doors.in(forged, event, late).statusCode(200).body("reason", equalTo("FORGED"));
        Doors.in("no code at all", event, late).body("reason", equalTo("FORGED"));
        Doors.in(token, other, late).body("reason", equalTo("WRONG_EVENT"));
        Doors.in(token, UUID.randomUUID(), late).body("reason", equalTo("WRONG_EVENT"));
        Doors.post(Doors.scan(token, event, sessionOfOther, "IN", late)).body("reason", equalTo("WRONG_SESSION"));
        Doors.in(token, event, Instant.now().toString()).body("reason", equalTo("EXPIRED"));
        Api.patch("/v1/registrations/" + registration, "\"0\"", "{\"status\": \"REJECTED\"}");
        Doors.in(token, event, late).body("reason", equalTo("NOT_CONFIRMED"));
        Api.patch("/v1/registrations/" + registration, "\"1\"", "{\"status\": \"CONFIRMED\"}");
        Api.patch("/v1/registrations/" + registration, "\"2\"", "{\"status\": \"CANCELLED\"}");
        Doors.in(token, event, late).body("reason", equalTo("CANCELLED"));

        Doors.attendance(event, participant).body("items", hasSize(0));
        Api.asOrganiser()
                .when()
                .get("/v1/check-ins?eventId=" + event)
                .then()
                .body("items.reason", contains("CANCELLED", "NOT_CONFIRMED", "EXPIRED"));
    }

    @Test
    void theScansOfADeviceThatWasOfflineAndADayOffAreSetRight() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        UUID today = Api.create(
                "/v1/events",
                "{\"title\": \"Now\", \"startsAt\": \"" + now.minusSeconds(7_200) + "\", \"endsAt\": \""
                        + now.plusSeconds(7_200) + "\"}");
        String here = Doors.token(Doors.registration(today, participant));
        Instant wrong = now.minus(Duration.ofDays(1));
        String in = Doors.scan(here, today, null, "IN", wrong.minusSeconds(3_600));
        String out = Doors.scan(here, today, null, "OUT", wrong.minusSeconds(60));

        List<String> happened = Doors.batch(wrong, out, in)
                .statusCode(200)
                .body("answers.result", contains("ACCEPTED", "ACCEPTED"))
                .body(
                        "answers.scannedAt",
                        contains(
                                wrong.minusSeconds(60).toString(),
                                wrong.minusSeconds(3_600).toString()))
                .extract()
                .path("answers.happenedAt");
        assertThat(
                Duration.between(Instant.parse(happened.get(1)), now.minusSeconds(3_600))
                                .abs()
                                .toSeconds()
                        < 60,
                is(true));
        List<String> again =
                Doors.batch(wrong.plusSeconds(9), in, out).extract().path("answers.happenedAt");
        assertThat(again, contains(happened.get(1), happened.get(0)));
        Doors.attendance(today, participant)
                .body("items.checkedInAt", contains(happened.get(1)))
                .body("items.checkedOutAt", contains(happened.get(0)));
    }

    @Test
    void sessionsHaveDoorsOfTheirOwn() {
        UUID session = Meetings.sessionOf(event);

        Doors.post(Doors.scan(token, event, session, "IN", "2026-03-01T14:05:00Z"))
                .body("result", equalTo("ACCEPTED"));
        Doors.in(token, event, "2026-03-01T14:06:00Z").body("result", equalTo("ACCEPTED"));
        Doors.post(Doors.scan(token, event, session, "OUT", "2026-03-01T14:40:00Z"))
                .body("result", equalTo("ACCEPTED"));

        Doors.attendance(event, participant).body("items", hasSize(2));
        Api.asOrganiser()
                .when()
                .get("/v1/events/" + event + "/check-ins/counts")
                .then()
                .body("confirmed", equalTo(1))
                .body("inside", equalTo(1))
                .body("sessions.sessionId", contains(session.toString()))
                .body("sessions.checkedIn", contains(1))
                .body("sessions.inside", contains(0));
    }

    @Test
    void aSessionThatWasAllocatedLetsInThoseItWasAllocatedTo() {
        UUID session = Meetings.sessionOf(event);
        String scan = Doors.scan(token, event, session, "IN", "2026-03-01T14:05:00Z");
        UUID other = Elsewhere.participant();
        Doors.registration(event, other);
        Api.importCsv("allocations", "x", "session,participant\n" + session + "," + other + "\n")
                .body("created", equalTo(1));
        Doors.post(scan).body("reason", equalTo("WRONG_SESSION"));

        Api.importCsv("allocations", "x", "session,participant\n" + session + "," + participant + "\n")
                .body("created", equalTo(1));

        Doors.post(Doors.scan(token, event, session, "IN", "2026-03-01T14:06:00Z"))
                .body("result", equalTo("ACCEPTED"));
        Doors.post(scan).body("reason", equalTo("WRONG_SESSION"));
    }

    @Test
    void aScanThatSaysTooLittleIsRefusedWithAllThatIsWrong() {
        Doors.post("{\"token\": \"\", \"nonce\": \"a b\", \"deviceId\": \"\"}")
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems("TOKEN_REQUIRED", "EVENT_ID_REQUIRED", "DIRECTION_REQUIRED", "NONCE_INVALID"));
        Doors.batch(Instant.now()).statusCode(422);
        Api.as(Tokens.participant(participant))
                .contentType("application/json")
                .body("{}")
                .when()
                .post("/v1/check-ins")
                .then()
                .statusCode(403);
    }

    @Test
    void aPartnerSeesTheScansOfItsMembers() {
        UUID organisation = UUID.randomUUID();
        UUID member = Elsewhere.memberOf(organisation);
        Doors.in(token, event, "2026-03-01T14:05:00Z");
        Doors.in(Doors.token(Doors.registration(event, member)), event, "2026-03-01T14:06:00Z");

        Api.as(Tokens.partner(organisation))
                .when()
                .get("/v1/check-ins?eventId=" + event)
                .then()
                .body("items.participantId", contains(member.toString()));
        Api.as(Tokens.partner(organisation))
                .when()
                .get("/v1/events/" + event + "/check-ins/counts")
                .then()
                .statusCode(403);
    }

    @Test
    void aLongListOfScansHasPages() {
        for (String time : List.of("14:05", "14:06", "14:07")) {
            Doors.in(token, event, "2026-03-01T" + time + ":00Z");
        }
        String list = "/v1/check-ins?limit=2&eventId=" + event;

        String next = Api.asOrganiser()
                .when()
                .get(list)
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        Api.asOrganiser()
                .when()
                .get(list + "&cursor=" + next)
                .then()
                .body("items.scannedAt", contains("2026-03-01T14:05:00Z"))
                .body("next", nullValue());
        Api.asOrganiser().when().get(list + "&deviceId=x&cursor=" + next).then().statusCode(400);
    }
}
