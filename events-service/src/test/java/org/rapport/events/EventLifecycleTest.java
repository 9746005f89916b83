package org.rapport.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EventLifecycleTest {

    @ParameterizedTest
    @CsvSource({
        "DRAFT, SCHEDULED, 200",
        "DRAFT, HELD, 422",
        "SCHEDULED, HELD, 200",
        "SCHEDULED, DRAFT, 422",
        "POSTPONED, SCHEDULED, 200",
        "POSTPONED, CANCELLED, 200",
        "HELD, SCHEDULED, 422",
        "CANCELLED, SCHEDULED, 422"
    })
    void anEventGoesOnlyWhereItCan(String from, String to, int status) {
        UUID event = Meetings.ahead("\"status\": \"" + from + "\"");
        Meetings.patch("/v1/events/" + event, "{\"status\": \"" + to + "\"}").statusCode(status);
        Meetings.get("/v1/events/" + event).body("status", equalTo(status == 200 ? to : from));
    }

    @Test
    void aFileMayStateAnEventAsHeldButNotTakeItBack() {
        String source = "s" + UUID.randomUUID();
        String held = "id,title,starts_at,ends_at,status\nE1,There,2020-03-18,2020-03-19,HELD\n";
        Api.importCsv("events", source, held).body("created", equalTo(1));
        Api.importCsv("events", source, held.replace("HELD", "DRAFT"))
                .body("rejected", equalTo(1))
                .body("errors.code", contains("TRANSITION_NOT_ALLOWED"))
                .body("errors.column", contains("status"));
    }

    @Test
    void anEventThatIsOverAndThatSomebodyAttendedWasHeld() {
        UUID attended = Meetings.event();
        UUID missed = Meetings.event();
        String attendance = "{\"eventId\": \"%s\", \"participantId\": \"%s\", \"status\": \"%s\"}";
        Api.post("/v1/attendances", attendance.formatted(missed, Elsewhere.participant(), "NO_SHOW"))
                .statusCode(201);
        Api.post("/v1/attendances", attendance.formatted(attended, Elsewhere.participant(), "PARTIAL"))
                .statusCode(201);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Meetings.get("/v1/events/" + attended)
                .body("status", equalTo("HELD")));
        Meetings.get("/v1/events/" + missed).body("status", equalTo("SCHEDULED"));
    }

    @Test
    void whetherAnEventIsEmbeddedIsSaidWithTheReason() {
        UUID project = Meetings.projectOf(Meetings.programme());
        UUID embedded = Api.create(
                "/v1/events", "{\"title\": \"Lima\", \"projectId\": \"" + project + "\", " + Meetings.TIMES + "}");
        Meetings.get("/v1/events/" + embedded)
                .body("embedded", equalTo(true))
                .body("embeddedReason", equalTo("WITHIN_PROJECT"));
        Meetings.get("/v1/events/" + Meetings.event())
                .body("embedded", equalTo(false))
                .body("embeddedReason", equalTo("NO_PROJECT"));

        Meetings.patch("/v1/projects/" + project, "{\"endsAt\": \"2026-03-01T22:00:00Z\"}")
                .statusCode(200);

        Meetings.get("/v1/events?projectId=" + project)
                .body("items.embedded", contains(false))
                .body("items.embeddedReason", contains("PROJECT_ENDS_TOO_EARLY"));
    }

    @Test
    void placesThatAreTakenCannotBeTakenAway() {
        UUID event = Meetings.ahead("\"capacity\": 3");
        Meetings.participants(2).forEach(participant -> Meetings.registration(event, participant, "CONFIRMED"));
        Meetings.patch("/v1/events/" + event, "{\"capacity\": 1}")
                .statusCode(422)
                .body("errors.code", contains("CAPACITY_BELOW_CONFIRMED"));
        Meetings.patch("/v1/events/" + event, "{\"capacity\": 2}").statusCode(200);
    }
}
