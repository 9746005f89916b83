package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** What is held here of people follows when they are erased or merged where they are at home. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FollowingTest {

    private static final String TOPIC = "rapport.exchanges.v1";
    private static final List<String> COLLECTIONS = List.of("exchanges", "community-activities", "follow-up-answers");

    private static UUID exchange(UUID a, UUID b, String more) {
        return Api.create(
                "/v1/exchanges",
                "{\"participantAId\": \"" + a + "\", \"participantBId\": \"" + b + "\", \"status\": \"ACTIVE\"" + more
                        + "}");
    }

    private static UUID activity(UUID event, UUID participant) {
        return Api.create("/v1/community-activities", """
                {"eventId": "%s", "participantId": "%s", "channel": "POST", "at": "2026-05-01T12:00:00Z"}""".formatted(event, participant));
    }

    private static UUID answer(UUID event, UUID participant, String answeredAt) {
        return Api.create("/v1/follow-up-answers", """
                {"eventId": "%s", "participantId": "%s", "days": 90, "answeredAt": "%s"}""".formatted(event, participant, answeredAt));
    }

    private static List<String> idsOf(String collection, UUID participant) {
        return Api.asOrganiser()
                .queryParam("participantId", participant)
                .when()
                .get("/v1/" + collection)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static void awaitNothingOf(UUID participant) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (String collection : COLLECTIONS) {
                assertThat(collection, idsOf(collection, participant), empty());
            }
        });
    }

    @Test
    void nothingIsLeftOfAParticipantWhoIsErasedAndTheServiceSaysSo() throws Exception {
        UUID event = Elsewhere.event();
        UUID erased = Elsewhere.participant();
        UUID other = Elsewhere.participant();
        UUID gone = exchange(erased, other, "");
        UUID stays = exchange(other, Elsewhere.participant(), "");
        activity(event, erased);
        answer(event, erased, "2026-06-01T08:00:00Z");
        Api.as(Tokens.of("service"))
                .get("/v1/personal-data/" + erased)
                .then()
                .statusCode(200)
                .body("exchanges.id", contains(gone.toString()))
                .body("'follow-up-answers'.participantId", contains(erased.toString()));

        Elsewhere.erase(erased);

        awaitNothingOf(erased);
        assertThat(idsOf("exchanges", other), contains(stays.toString()));
        String last = new String(PublishedEvents.await(TOPIC, gone, 2).get(1).value(), StandardCharsets.UTF_8);
        assertThat(last, equalTo("{\"id\":\"" + gone + "\",\"status\":\"ERASED\"}"));
        PublishedEvents.requireConformity(TOPIC);
        Api.as(Tokens.of("service"))
                .get("/v1/personal-data/" + erased + "/erasure")
                .then()
                .statusCode(200)
                .body("done", equalTo(true))
                .body("erased.exchanges", equalTo(1))
                .body("erased.'community-activities'", equalTo(1))
                .body("pendingTombstones", equalTo(3));
        Api.as(Tokens.of("service"))
                .get("/v1/personal-data/" + other + "/erasure")
                .then()
                .body("done", equalTo(false));
        Api.post("/v1/exchanges", """
                        {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE"}""".formatted(erased, other))
                .statusCode(422)
                .body("errors.code", hasItem("PARTICIPANT_UNKNOWN"));
    }

    @Test
    void whatTwoWereThatAreOnePersonIsOnePersonsWhateverBothHad() {
        UUID event = Elsewhere.event();
        UUID survivor = Elsewhere.participant();
        UUID duplicate = Elsewhere.participant();
        UUID other = Elsewhere.participant();
        UUID moved = exchange(duplicate, other, ", \"initiatedBy\": \"" + duplicate + "\"");
        UUID kept = exchange(other, survivor, "");
        exchange(survivor, duplicate, "");
        UUID activity = activity(event, survivor);
        activity(event, duplicate);
        UUID answer = answer(event, survivor, "2026-06-01T08:00:00Z");
        answer(event, duplicate, "2026-06-09T08:00:00Z");

        Elsewhere.merge(duplicate, survivor);

        awaitNothingOf(duplicate);
        assertThat(idsOf("exchanges", survivor), containsInAnyOrder(moved.toString(), kept.toString()));
        List<String> pair = survivor.toString().compareTo(other.toString()) < 0
                ? List.of(survivor.toString(), other.toString())
                : List.of(other.toString(), survivor.toString());
        Api.asOrganiser()
                .when()
                .get("/v1/exchanges/" + moved)
                .then()
                .body("participantAId", equalTo(pair.get(0)))
                .body("participantBId", equalTo(pair.get(1)))
                .body("initiatedBy", equalTo(survivor.toString()));
        assertThat(idsOf("community-activities", survivor), contains(activity.toString()));
        assertThat(idsOf("follow-up-answers", survivor), contains(answer.toString()));
        Api.asOrganiser()
                .when()
                .get("/v1/follow-up-answers/" + answer)
                .then()
                .body("answeredAt", equalTo("2026-06-09T08:00:00Z"));
        Api.as(Tokens.participant(duplicate))
                .when()
                .get("/v1/exchanges/" + moved)
                .then()
                .statusCode(200);
    }

    @Test
    void anExchangeOutlivesTheNeedThatItIsAbout() {
        UUID need = Elsewhere.need();
        UUID exchange = exchange(Elsewhere.participant(), Elsewhere.participant(), ", \"needId\": \"" + need + "\"");

        Elsewhere.eraseNeed(need);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.asOrganiser()
                .when()
                .get("/v1/exchanges/" + exchange)
                .then()
                .statusCode(200)
                .body("needId", nullValue()));
    }

    @Test
    void whatSomebodySaidOfAnExchangeIsSaidByWhoTookTheirPlace() {
        UUID survivor = Elsewhere.participant();
        UUID duplicate = Elsewhere.participant();
        UUID other = Elsewhere.participant();
        UUID exchange = exchange(duplicate, other, ", \"reportedBy\": \"" + duplicate + "\"");
        Api.post(
                        "/v1/exchanges/" + exchange + "/confirmations",
                        "{\"participantId\": \"" + other + "\", \"answer\": \"CONFIRMED\"}")
                .statusCode(201);

        Elsewhere.merge(duplicate, survivor);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.asOrganiser()
                .when()
                .get("/v1/exchanges/" + exchange)
                .then()
                .body("reportedBy", equalTo(survivor.toString()))
                .body("confirmedBy", containsInAnyOrder(survivor.toString(), other.toString()))
                .body("confirmations.participantId", containsInAnyOrder(survivor.toString(), other.toString())));
    }
}
