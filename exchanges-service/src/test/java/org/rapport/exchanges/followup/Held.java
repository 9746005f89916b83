package org.rapport.exchanges.followup;

import static org.hamcrest.MatcherAssert.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;

/** An event that other services tell of, and who was there. */
final class Held {

    final UUID id = UUID.randomUUID();
    final Instant endsAt;

    private Held(Instant endsAt) {
        this.endsAt = endsAt;
    }

    /** One that ended so many days ago. */
    static Held daysAgo(int days) {
        Held event = new Held(Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
        event.tell("HELD", event.endsAt);
        return event;
    }

    void tell(String status, Instant end) {
        Elsewhere.tell("events", "event", "changed", id, """
                "title": "Water forum", "startsAt": "2020-01-01T08:00:00Z", "endsAt": "%s", "status": "%s"
                """.formatted(end, status));
    }

    /** Somebody who may be written to. */
    static UUID person() {
        UUID person = Elsewhere.participant();
        tell(person, "\"consents\": [{\"purpose\": \"CONTACT\", \"givenAt\": \"2026-01-15T10:00:00Z\"}]");
        return person;
    }

    static void tell(UUID person, String state) {
        Elsewhere.tell("participants", "participant", "changed", person, "\"status\": \"ACTIVE\", " + state);
    }

    UUID registers(UUID person, String status) {
        UUID registration = UUID.randomUUID();
        tellOf("registration", registration, person, status);
        return registration;
    }

    UUID attends(UUID person, String status) {
        UUID attendance = UUID.randomUUID();
        tellOf("attendance", attendance, person, status);
        return attendance;
    }

    void tellOf(String kind, UUID aggregate, UUID person, String status) {
        Elsewhere.tell("events", kind, "changed", aggregate, """
                "eventId": "%s", "participantId": "%s", "status": "%s\"""".formatted(id, person, status));
    }

    void meet(UUID one, UUID other) {
        Elsewhere.tell("events", "encounter", "recorded", UUID.randomUUID(), """
                "eventId": "%s", "participantAId": "%s", "participantBId": "%s", "metAt": "2026-01-01T09:00:00Z\"""".formatted(id, one, other));
    }

    /** The follow-ups of somebody, in the order of their days, once they are so. */
    List<Map<String, Object>> awaitFollowUps(UUID person, Matcher<List<Map<String, Object>>> matcher) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(followUps(person), matcher));
        return followUps(person);
    }

    List<Map<String, Object>> followUps(UUID person) {
        JsonPath list = Api.asOrganiser()
                .queryParam("eventId", id)
                .queryParam("participantId", person)
                .when()
                .get("/v1/follow-ups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return list.getList("items.sort { it.days }");
    }
}
