package org.rapport.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.RoundTrip;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Lists as files, and who changed what is in them. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FilesTest {

    @Test
    void whatIsExportedCanBeImportedAgainAndChangesNothing() {
        UUID programme = Meetings.programme();
        Meetings.projectOf(programme);
        UUID event = Api.create("/v1/events", """
                {"programmeId": "%s", "title": "Lima: \\"2026\\"", "timeZone": "America/Lima", "capacity": 80,
                "status": "HELD", "registrationMode": "OPEN",
                "incentives": [{"type": "TRAVEL", "description": "Bus", "beneficiary": "INDIVIDUAL"}, {"type": "GRANT"}], %s}""".formatted(programme, Meetings.TIMES));
        UUID session = Meetings.sessionOf(event);
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        Api.importCsv(
                "registrations", "x", "event,participant,status,incentive\n" + event + "," + a + ",CONFIRMED,GRANT\n");
        Api.importCsv(
                "attendances",
                "x",
                "event,session,participant,status,method,checked_in_at\n" + event + "," + session + "," + a
                        + ",PRESENT,QR,2026-03-01T14:03:00.123456Z\n" + event + ",," + b + ",NO_SHOW,,\n");
        Api.importCsv(
                "encounters",
                "x",
                "event,participant_a,participant_b,met_at,duration_seconds,source\n" + event + "," + b + "," + a
                        + ",2026-03-01T15:00:00Z,300,BADGE\n");
        Api.importCsv(
                "commitments",
                "x",
                "event,participant,counterpart,stated_at,promise,due_at\n" + event + "," + a + "," + b
                        + ",2026-03-01T21:00:00Z,ADVICE,2026-04-30\n" + event + "," + b
                        + ",,2026-03-01T21:00:00Z,,\n");
        Api.importCsv(
                "allocations",
                "x",
                "session,participant,method,seed\n" + session + "," + a + ",RANDOMISED,9007199254740991\n");
        for (String collection : List.of(
                "programmes",
                "projects",
                "events",
                "sessions",
                "registrations",
                "allocations",
                "attendances",
                "encounters",
                "commitments")) {
            RoundTrip.changesNothing(collection);
        }
        Api.asOrganiser().when().get("/v1/events/" + event).then().body("version", equalTo(0));
    }

    @Test
    void aFileOfRegistrationsThatSaysLessTakesNothingBack() {
        UUID event = Meetings.event();
        UUID participant = Elsewhere.participant();
        String names = event + "," + participant + ",CONFIRMED";
        Api.importCsv(
                "registrations",
                "x",
                "event,participant,status,registered_at,incentive\n" + names + ",2026-01-15,GRANT\n");
        Api.importCsv("registrations", "list", "event,participant,status,registered_at\n" + names + ",\n")
                .body("unchanged", equalTo(1));
        Api.importCsv("registrations", "list", "event,participant,status,registered_at\n" + names + ",2026-01-14\n")
                .body("updated", equalTo(1));
        Api.asOrganiser()
                .when()
                .get("/v1/registrations?eventId=" + event)
                .then()
                .body("items.incentive", contains("GRANT"))
                .body("items.registeredAt", contains("2026-01-14T00:00:00Z"));
    }

    @Test
    void theFormatOfAnEventAndThatOfAFileAreToldApart() {
        Api.create("/v1/events", "{\"title\": \"Lima\", \"format\": \"STUDY_VISIT\", " + Meetings.TIMES + "}");
        Api.asOrganiser()
                .accept("text/csv")
                .when()
                .get("/v1/events?format=STUDY_VISIT")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString(",STUDY_VISIT,"));
        Api.asOrganiser().when().get("/v1/events?format=pdf").then().statusCode(400);
    }

    @Test
    void changesAreOnTheAuditTrail() {
        UUID programme = Meetings.programme();
        Api.patch("/v1/programmes/" + programme, "\"0\"", "{\"title\": \"Renamed\"}")
                .statusCode(200);
        Api.as(Tokens.of("admin"))
                .when()
                .get("/v1/audit?aggregateId=" + programme)
                .then()
                .body("items.action", contains("changed", "created"))
                .body("items[0].changes.new", contains("Renamed"));
    }
}
