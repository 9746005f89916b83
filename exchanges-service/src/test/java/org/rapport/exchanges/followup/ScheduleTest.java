package org.rapport.exchanges.followup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Who is asked when, by what other services tell. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ScheduleTest {

    private final ParticipantsStandIn participants = ParticipantsStandIn.get();

    private static Matcher<List<Map<String, Object>>> all(String field, Object value) {
        return matching(field, waves -> waves, Collections.nCopies(4, value));
    }

    private static Matcher<List<Map<String, Object>>> wave(int days, String field, Object value) {
        return matching(field, waves -> waves.filter(wave -> wave.get("days").equals(days)), List.of(value));
    }

    private static Matcher<List<Map<String, Object>>> count(int size) {
        return matching("count", waves -> Stream.of(Map.of("count", waves.count())), List.of((long) size));
    }

    private static Matcher<List<Map<String, Object>>> matching(
            String field, UnaryOperator<Stream<Map<String, Object>>> which, List<Object> values) {
        return new FeatureMatcher<List<Map<String, Object>>, List<Object>>(equalTo(values), field, field) {
            @Override
            protected List<Object> featureValueOf(List<Map<String, Object>> waves) {
                return which.apply(waves.stream()).map(wave -> wave.get(field)).toList();
            }
        };
    }

    private static String at(Instant time) {
        return time.toString();
    }

    private static Instant due(Held event, int days) {
        return event.endsAt.plus(days, ChronoUnit.DAYS);
    }

    @AfterAll
    static void stopStandIn() {
        ParticipantsStandIn.stop();
    }

    @Test
    void whoeverWasThereOrWasToBeIsAskedInFourWavesWhateverIsKnownFirst() throws Exception {
        UUID attended = Held.person();
        UUID absent = Held.person();
        UUID cancelled = Held.person();
        Held event = Held.daysAgo(1);
        event.registers(absent, "CONFIRMED");
        event.attends(absent, "NO_SHOW");
        event.registers(cancelled, "CANCELLED");
        event.attends(attended, "PARTIAL");

        List<Map<String, Object>> waves = event.awaitFollowUps(attended, all("status", "SCHEDULED"));
        assertThat(
                waves.stream().map(wave -> wave.get("dueAt")).toList(),
                contains(at(due(event, 30)), at(due(event, 90)), at(due(event, 180)), at(due(event, 365))));
        event.awaitFollowUps(absent, all("status", "SCHEDULED"));
        assertThat(event.followUps(cancelled), count(0));
        assertThat(participants.invitationsOf(attended), empty());
        PublishedEvents.await(
                "rapport.exchanges.v1", UUID.fromString((String) waves.get(0).get("id")), 1);
        PublishedEvents.requireConformity("rapport.exchanges.v1");
        Api.as(Tokens.participant(attended)).when().get("/v1/follow-ups").then().body("items", hasSize(4));
        Api.as(Tokens.partner(UUID.randomUUID()))
                .when()
                .get("/v1/follow-ups/" + waves.get(0).get("id"))
                .then()
                .statusCode(404);
        Api.asOrganiser()
                .when()
                .get("/v1/follow-up-answers/" + waves.get(0).get("id"))
                .then()
                .statusCode(404);
    }

    @Test
    void aCorrectionIsFollowedAndAWaveThatIsLongOverIsLeftOut() {
        UUID person = Held.person();
        Held event = Held.daysAgo(100);
        UUID attendance = event.attends(person, "NO_SHOW");
        UUID registration = event.registers(person, "APPLIED");
        event.tellOf("attendance", attendance, person, "PRESENT");
        event.awaitFollowUps(person, allOf(count(3), not(wave(30, "status", "SCHEDULED"))));

        event.tellOf("attendance", attendance, person, "NO_SHOW");
        event.awaitFollowUps(person, wave(365, "obstacle", "NOT_INVOLVED"));

        event.tellOf("registration", registration, person, "CONFIRMED");
        event.awaitFollowUps(person, wave(365, "status", "SCHEDULED"));
    }

    @Test
    void nobodyIsAskedWithoutConsentOrAfterTheyHaveLeftUntilThatChanges() {
        UUID person = Elsewhere.participant();
        Held event = Held.daysAgo(1);
        event.attends(person, "PRESENT");
        event.awaitFollowUps(person, all("obstacle", "NO_CONSENT"));

        String consents = "\"consents\": [{\"purpose\": \"CONTACT\", \"givenAt\": \"2026-01-15T10:00:00Z\"%s}]%s";
        Held.tell(person, consents.formatted("", ""));
        event.awaitFollowUps(person, all("status", "SCHEDULED"));

        Held.tell(person, consents.formatted("", ", \"leftAt\": \"2026-02-01T00:00:00Z\""));
        event.awaitFollowUps(person, all("obstacle", "LEFT"));

        Held.tell(person, consents.formatted("", ", \"unreachable\": \"BOUNCED\""));
        event.awaitFollowUps(person, all("status", "BOUNCED"));

        Held.tell(person, consents.formatted(", \"withdrawnAt\": \"2026-03-01T00:00:00Z\"", ""));
        event.awaitFollowUps(person, allOf(all("obstacle", "NO_CONSENT"), all("status", "SUSPENDED")));
    }

    @Test
    void theScheduleMovesWithTheEventAndWaitsWhileItIsNotHeld() {
        UUID person = Held.person();
        Held event = Held.daysAgo(1);
        event.attends(person, "PRESENT");
        event.awaitFollowUps(person, all("status", "SCHEDULED"));

        event.tell("POSTPONED", event.endsAt);
        event.awaitFollowUps(person, all("obstacle", "EVENT_NOT_HELD"));

        Instant later = event.endsAt.plus(12, ChronoUnit.HOURS);
        event.tell("HELD", later);
        event.awaitFollowUps(
                person, allOf(all("status", "SCHEDULED"), wave(30, "dueAt", at(later.plus(30, ChronoUnit.DAYS)))));
    }

    @Test
    void anEventMayHaveAPlanOfItsOwn() {
        UUID person = Held.person();
        Held event = Held.daysAgo(1);
        event.attends(person, "PRESENT");
        event.awaitFollowUps(person, all("status", "SCHEDULED"));
        String path = "/v1/follow-up-plans/" + event.id;
        Api.asOrganiser().when().get(path).then().statusCode(200).body("days", contains(30, 90, 180, 365));

        put(path, "{\"days\": [90, 60]}").then().statusCode(200).body("days", contains(60, 90));

        event.awaitFollowUps(
                person,
                allOf(
                        count(5),
                        wave(60, "status", "SCHEDULED"),
                        wave(90, "status", "SCHEDULED"),
                        wave(30, "obstacle", "NOT_PLANNED")));
        put(path, "{\"days\": [0, 90, null]}").then().statusCode(422).body("errors", hasSize(2));
        put("/v1/follow-up-plans/" + UUID.randomUUID(), "{\"days\": []}").then().statusCode(equalTo(503));
    }

    private static io.restassured.response.Response put(String path, String plan) {
        return Api.asOrganiser()
                .contentType("application/json")
                .body(plan)
                .when()
                .put(path);
    }

    @Test
    void whatIsDueIsAskedByMailAndRemindedOfTwiceAtMost() {
        UUID person = Held.person();
        Held event = Held.daysAgo(31);
        event.attends(person, "PRESENT");
        JsonNode invitation = participants.awaitInvitations(person, 1).get(0);
        assertThat(invitation.path("kind").asText(), equalTo("INVITATION"));
        assertThat(invitation.path("eventTitle").asText(), equalTo("Water forum"));
        assertThat(invitation.path("link").asText(), containsString("/follow-up/"));
        assertThat(event.followUps(person), wave(30, "status", "SCHEDULED"));

        Instant sentAt = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        participants.settle(invitation, "SENT", sentAt);
        event.awaitFollowUps(
                person,
                allOf(
                        wave(30, "status", "SENT"),
                        wave(30, "sentAt", at(sentAt)),
                        wave(30, "closesAt", at(sentAt.plus(30, ChronoUnit.DAYS)))));
        JsonNode first = participants.awaitInvitations(person, 2).get(1);
        assertThat(first.path("kind").asText(), equalTo("REMINDER"));
        assertThat(first.path("link"), not(equalTo(invitation.path("link"))));
        participants.settle(first, "SENT", sentAt.plus(7, ChronoUnit.DAYS));
        JsonNode second = participants.awaitInvitations(person, 3).get(2);
        participants.settle(second, "SENT", sentAt.plus(14, ChronoUnit.DAYS));

        // an answer to what was asked for last shows that no more was asked for before it
        UUID other = Held.person();
        event.attends(other, "PRESENT");
        participants.awaitInvitations(other, 1);
        participants.awaitInvitations(person, 3);
        assertThat(event.followUps(person), wave(30, "status", "SENT"));
    }

    @Test
    void mailIsAskedForOnceParticipantsServiceCanBeReachedAndOnceOnly() {
        participants.isDown();
        UUID person = Held.person();
        Held event = Held.daysAgo(31);
        event.attends(person, "PRESENT");
        event.awaitFollowUps(person, wave(30, "status", "SCHEDULED"));
        assertThat(participants.invitationsOf(person), empty());

        ParticipantsStandIn.get();

        participants.awaitInvitations(person, 1);
    }

    @Test
    void aQuestionThatNobodyAnsweredInTimeIsClosed() {
        UUID person = Held.person();
        Held event = Held.daysAgo(31);
        event.attends(person, "PRESENT");
        JsonNode invitation = participants.awaitInvitations(person, 1).get(0);

        participants.settle(invitation, "SENT", Instant.now().minus(31, ChronoUnit.DAYS));

        event.awaitFollowUps(person, wave(30, "status", "CLOSED"));
    }

    @Test
    void anAnswerFromElsewhereIsOneToTheFollowUpThatIsScheduled() {
        UUID person = Held.person();
        Held event = Held.daysAgo(1);
        event.attends(person, "PRESENT");
        List<Map<String, Object>> waves = event.awaitFollowUps(person, all("status", "SCHEDULED"));
        String file = "event,participant,days,answered_at\n" + event.id + "," + person + ",30,2026-06-01T08:00:00Z\n";

        Api.importCsv("follow-up-answers", "x", file).statusCode(200).body("created", equalTo(1));

        Api.importCsv("follow-up-answers", "x", file).body("unchanged", equalTo(1));
        UUID posted = Api.create("/v1/follow-up-answers", """
                {"eventId": "%s", "participantId": "%s", "days": 90, "answeredAt": "2026-06-02T08:00:00Z",
                "answer": "NONE"}""".formatted(event.id, person));
        assertThat(posted.toString(), equalTo(waves.get(1).get("id")));
        assertThat(
                event.followUps(person),
                allOf(
                        count(4),
                        wave(30, "answeredAt", "2026-06-01T08:00:00Z"),
                        wave(30, "id", waves.get(0).get("id")),
                        wave(90, "answer", "NONE"),
                        wave(180, "status", "SCHEDULED")));
        Api.asOrganiser()
                .queryParam("participantId", person)
                .when()
                .get("/v1/follow-up-answers")
                .then()
                .body("items", hasSize(2));
    }

    @Test
    void followUpsFollowAMergeAndAnErasure() {
        UUID survivor = Held.person();
        UUID duplicate = Held.person();
        Held event = Held.daysAgo(1);
        UUID registration = event.registers(duplicate, "CONFIRMED");
        event.attends(survivor, "PRESENT");
        event.awaitFollowUps(duplicate, all("status", "SCHEDULED"));
        event.awaitFollowUps(survivor, all("status", "SCHEDULED"));

        Elsewhere.merge(duplicate, survivor);
        event.tellOf("registration", registration, survivor, "CONFIRMED");

        event.awaitFollowUps(duplicate, count(0));
        event.awaitFollowUps(survivor, all("status", "SCHEDULED"));

        Elsewhere.erase(survivor);

        event.awaitFollowUps(survivor, count(0));
    }
}
