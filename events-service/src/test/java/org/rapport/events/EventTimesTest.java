package org.rapport.events;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;

/** Times where the event is, and what else moves when they do. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EventTimesTest {

    private static String event(String zone, String start, String end) {
        return "{\"title\": \"There\", \"timeZone\": \"" + zone + "\", \"startsAt\": \"" + start + "\", \"endsAt\": \""
                + end + "\"}";
    }

    private static UUID session(UUID event, String start, String end) {
        return Api.create(
                "/v1/sessions",
                "{\"eventId\": \"" + event + "\", \"title\": \"Plenary\", \"startsAt\": \"" + start
                        + "\", \"endsAt\": \"" + end + "\"}");
    }

    @Test
    void aLocalTimeIsTheInstantAtWhichClocksThereShowIt() {
        Api.post("/v1/events", event("America/New_York", "2026-03-07T09:00", "2026-03-09T17:00:00"))
                .statusCode(201)
                .body("startsAt", equalTo("2026-03-07T14:00:00Z"))
                .body("endsAt", equalTo("2026-03-09T21:00:00Z"))
                .body("startsAtLocal", equalTo("2026-03-07T09:00-05:00"))
                .body("endsAtLocal", equalTo("2026-03-09T17:00-04:00"));
    }

    @Test
    void aLocalTimeThatClocksSkipOrShowTwiceIsRefusedAndItsOffsetTellsWhichIsMeant() {
        Api.post("/v1/events", event("America/New_York", "2026-03-08T02:30:00", "2026-11-01T01:30:00"))
                .statusCode(422)
                .body("errors.pointer", contains("/startsAt", "/endsAt"))
                .body("errors.code", contains("LOCAL_TIME_NONEXISTENT", "LOCAL_TIME_AMBIGUOUS"));
        Api.post("/v1/events", event("America/New_York", "2026-03-08T09:00:00", "2026-11-01T01:30:00-05:00"))
                .statusCode(201)
                .body("endsAt", equalTo("2026-11-01T06:30:00Z"));
    }

    @Test
    void aLocalTimeNeedsAZoneWhichSessionsHaveFromTheirEvent() {
        UUID placed = Api.create("/v1/events", event("Europe/Paris", "2026-03-28T09:00", "2026-03-29T18:00"));
        UUID session = session(placed, "2026-03-29T10:00", "2026-03-29T11:00");
        Meetings.get("/v1/sessions/" + session)
                .body("startsAt", equalTo("2026-03-29T08:00:00Z"))
                .body("startsAtLocal", equalTo("2026-03-29T10:00+02:00"))
                .body("timeZone", equalTo("Europe/Paris"));
        Meetings.patch("/v1/events/" + placed, "{\"endsAt\": \"2026-03-29T17:00\"}")
                .statusCode(200)
                .body("endsAt", equalTo("2026-03-29T15:00:00Z"));
        Api.post("/v1/sessions", """
                        {"eventId": "%s", "title": "Nowhere", "startsAt": "2026-03-01T15:00",
                        "endsAt": "2026-03-01T16:00"}""".formatted(Meetings.event()))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/startsAt"));
        Meetings.get("/v1/sessions/" + Meetings.sessionOf(Meetings.event())).body("startsAtLocal", nullValue());
    }

    @Test
    void sessionsOfAPostponedEventKeepTheirHoursEvenIfClocksAreChangedInBetween() throws Exception {
        UUID event = Api.create("/v1/events", event("Europe/Paris", "2090-03-18T09:00", "2090-03-19T18:00"));
        UUID first = session(event, "2090-03-18T09:00", "2090-03-18T10:00");
        UUID second = session(event, "2090-03-19T16:00", "2090-03-19T18:00");

        Meetings.patch("/v1/events/" + event, """
                        {"status": "POSTPONED", "startsAt": "2090-03-25T09:00", "endsAt": "2090-03-26T18:00"}""")
                .statusCode(200)
                .body("status", equalTo("POSTPONED"))
                .body("startsAt", equalTo("2090-03-25T08:00:00Z"))
                .body("endsAt", equalTo("2090-03-26T16:00:00Z"));

        Meetings.get("/v1/sessions/" + first).body("startsAtLocal", equalTo("2090-03-25T09:00+01:00"));
        Meetings.get("/v1/sessions/" + second)
                .body("startsAtLocal", equalTo("2090-03-26T16:00+02:00"))
                .body("endsAtLocal", equalTo("2090-03-26T18:00+02:00"));
        PublishedEvents.await("rapport.events.v1", second, 2);
        PublishedEvents.requireConformity("rapport.events.v1");
    }

    @Test
    void sessionsStayWhenAnEventIsOnlyMadeLongerAndMustNotBeLeftOutside() {
        UUID event = Api.create("/v1/events", event("Europe/Paris", "2090-03-18T09:00", "2090-03-18T18:00"));
        UUID session = session(event, "2090-03-18T09:00", "2090-03-18T10:00");
        Meetings.patch("/v1/events/" + event, "{\"startsAt\": \"2090-03-18T08:00\"}")
                .statusCode(200);
        Meetings.get("/v1/sessions/" + session).body("version", equalTo(0));
        Meetings.patch("/v1/events/" + event, "{\"startsAt\": \"2090-03-18T09:30\"}")
                .statusCode(422)
                .body("errors.code", contains("SESSIONS_OUTSIDE_EVENT"));
    }

    @Test
    void sessionsMoveWithAnEventThatAFileMoves() {
        String source = "s" + UUID.randomUUID();
        String events = "id,title,starts_at,ends_at\nE1,There,2090-03-18T09:00:00Z,2090-03-18T18:00:00Z\n";
        String sessions = "id,event,title,starts_at,ends_at\nS1,E1,Plenary,2090-03-18T09:00:00Z,2090-03-18T10:00:00Z\n";
        Api.importCsv("events", source, events).body("created", equalTo(1));
        Api.importCsv("sessions", source, sessions).body("created", equalTo(1));
        Api.importCsv("events", source, events.replace("03-18", "03-20")).body("updated", equalTo(1));
        Api.importCsv("sessions", source, sessions.replace("03-18", "03-20")).body("unchanged", equalTo(1));
        Api.importCsv("sessions", source, sessions).body("errors.code", hasItem("OUTSIDE_EVENT"));
    }
}
