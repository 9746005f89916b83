package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.RoundTrip;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class IntroductionTest {

    private UUID a;
    private UUID b;

    @BeforeEach
    void twoWhoShareTheirProfiles() {
        a = People.sharing();
        b = People.sharing();
    }

    private static String introduction(UUID a, UUID b, String more) {
        return "{\"participantAId\": \"" + a + "\", \"participantBId\": \"" + b + "\", \"reason\": \"SAME_TOPIC\""
                + more + "}";
    }

    private static String at(UUID event) {
        return ", \"eventId\": \"" + event + "\"";
    }

    private UUID proposed(String more) {
        return Api.create("/v1/introductions", introduction(a, b, more));
    }

    private static ValidatableResponse answer(String token, UUID introduction, String answer) {
        return Api.as(token)
                .contentType("application/json")
                .body("{\"answer\": \"" + answer + "\"}")
                .when()
                .post("/v1/introductions/" + introduction + "/answers")
                .then();
    }

    private static ValidatableResponse read(UUID introduction) {
        return Api.asOrganiser()
                .when()
                .get("/v1/introductions/" + introduction)
                .then()
                .statusCode(200);
    }

    private static void awaitStatus(UUID introduction, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> read(introduction)
                .body("status", equalTo(status)));
    }

    @Test
    void itIsAcceptedWhenBothAcceptAndAnExchangeThatGrowsOutOfItKeepsTheLink() throws Exception {
        UUID id = proposed("");
        read(id).body("status", equalTo("PROPOSED"))
                .body("expiresAt", notNullValue())
                .body("answers", empty());
        answer(Tokens.participant(a), id, "ACCEPTED").statusCode(201).body("status", equalTo("PROPOSED"));
        answer(Tokens.participant(a), id, "ACCEPTED").statusCode(200).body("version", equalTo(1));
        answer(Tokens.participant(b), id, "ACCEPTED").statusCode(201).body("status", equalTo("ACCEPTED"));

        String exchange = "{\"participantAId\": \"" + a + "\", \"participantBId\": \"" + b
                + "\", \"status\": \"ACTIVE\", \"introductionId\": \"" + id + "\"}";
        Api.post("/v1/exchanges", exchange).statusCode(201).body("introductionId", equalTo(id.toString()));
        Api.post(
                        "/v1/exchanges",
                        exchange.replace(a.toString(), People.sharing().toString()))
                .statusCode(422)
                .body("errors.code", contains("INTRODUCTION_UNKNOWN"));

        Api.patch("/v1/introductions/" + id, "\"2\"", "{\"status\": \"MET\"}")
                .statusCode(200)
                .body("metAt", notNullValue());
        assertThat(
                PublishedEvents.data(PublishedEvents.await("rapport.exchanges.v1", id, 4)
                                .get(3))
                        .path("status")
                        .asText(),
                equalTo("MET"));
        PublishedEvents.requireConformity("rapport.exchanges.v1");
    }

    @Test
    void oneWhoDeclinesEndsItUntilItIsProposedAgain() {
        UUID id = proposed("");
        answer(Tokens.participant(b), id, "ACCEPTED");
        answer(Tokens.participant(b), id, "DECLINED").body("status", equalTo("DECLINED"));
        answer(Tokens.participant(a), id, "ACCEPTED").statusCode(409).body("code", equalTo("INTRODUCTION_CLOSED"));
        Api.patch("/v1/introductions/" + id, "\"2\"", "{\"status\": \"ACCEPTED\"}")
                .statusCode(422);
        Api.patch("/v1/introductions/" + id, "\"2\"", "{\"status\": \"PROPOSED\"}")
                .statusCode(200)
                .body("answers", empty());
        Api.post("/v1/introductions", introduction(a, b, "")).statusCode(409);
    }

    @Test
    void nobodyIsIntroducedWhoDoesNotShareTheirProfileOrWhoseMatchIsAnothers() {
        UUID hidden = Elsewhere.participant();
        Api.post("/v1/introductions", introduction(a, hidden, ""))
                .statusCode(422)
                .body("errors.code", contains("PROFILE_NOT_SHARED"));
        UUID theirs = People.needOf(People.sharing());
        Api.post(
                        "/v1/introductions",
                        introduction(
                                a,
                                b,
                                ", \"needId\": \"" + People.needOf(a) + "\", \"offerId\": \"" + People.offerOf(a)
                                        + "\""))
                .statusCode(422)
                .body("errors.code", contains("OFFER_OF_WHO_NEEDS"));
        Api.post(
                        "/v1/introductions",
                        introduction(
                                a,
                                b,
                                ", \"needId\": \"" + theirs + "\", \"proposedAt\": \"2100-01-01T00:00:00Z\","
                                        + " \"metAt\": \"2026-01-01T00:00:00Z\", \"expiresAt\": \"2026-01-01T00:00:00Z\""))
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "NEED_NOT_OF_PAIR", "PROPOSED_IN_FUTURE", "NOT_MET", "EXPIRES_BEFORE_PROPOSED"));
        Api.post(
                        "/v1/introductions",
                        introduction(a, a, ", \"reason\": \"no code\"").replace("SAME_TOPIC", "x"))
                .statusCode(400);
        Api.post("/v1/exchanges", """
                        {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE", "needId": "%s"}""".formatted(a, b, theirs))
                .statusCode(422)
                .body("errors.code", contains("NEED_NOT_OF_PAIR"));
        proposed(", \"needId\": \"" + People.needOf(b) + "\", \"offerId\": \"" + People.offerOf(a) + "\"");
    }

    @Test
    void suggestionsAreTakenUpTogetherAndEachIsAnsweredForItself() {
        UUID hidden = Elsewhere.participant();
        UUID present = proposed("");
        String batch = "{\"introductions\": [" + introduction(b, a, "") + "," + introduction(a, hidden, "") + ","
                + introduction(a, People.sharing(), "") + "]}";
        Api.post("/v1/introductions/batches", batch)
                .statusCode(200)
                .body("items.outcome", contains("UNCHANGED", "REJECTED", "CREATED"))
                .body("items[0].introduction.id", equalTo(present.toString()))
                .body("items[1].errors.code", contains("PROFILE_NOT_SHARED"))
                .body("items[1].introduction", nullValue())
                .body("items[2].introduction.status", equalTo("PROPOSED"));
        Api.post("/v1/introductions/batches", "{\"introductions\": []}").statusCode(422);
    }

    @Test
    void thoseWhoMeetAtTheEventHaveMetAndOthersExpire() {
        UUID event = Elsewhere.event();
        UUID there = proposed(at(event));
        UUID elsewhere = proposed(at(Elsewhere.event()));
        UUID late = proposed(at(Elsewhere.event())
                + ", \"proposedAt\": \"2026-01-01T00:00:00Z\", \"expiresAt\": \"2026-02-01T00:00:00Z\"");

        Elsewhere.encounter(event, b, a, "2026-03-01T15:30:00Z");

        awaitStatus(there, "MET");
        read(there).body("metAt", equalTo("2026-03-01T15:30:00Z"));
        awaitStatus(late, "EXPIRED");
        read(elsewhere).body("status", equalTo("PROPOSED"));
    }

    @Test
    void whoWithdrawsTheirConsentIsIntroducedNoMore() {
        UUID id = proposed("");
        Elsewhere.withdrawProfile(b);
        awaitStatus(id, "EXPIRED");
        Api.patch("/v1/introductions/" + id, "\"1\"", "{\"status\": \"PROPOSED\"}")
                .statusCode(422)
                .body("errors.code", contains("PROFILE_NOT_SHARED"));
    }

    @Test
    void soIsWhoWithdrewBeforeAllWasNotedAnew() throws Exception {
        UUID introduction = proposed("");
        People.forgetSharing(b);
        Elsewhere.withdrawProfile(b);
        awaitStatus(introduction, "EXPIRED");
    }

    @Test
    void itFollowsWhoTookTheirPlaceAndGoesWithWhoIsErased() {
        UUID survivor = People.sharing();
        UUID moved = proposed("");
        UUID between = Api.create("/v1/introductions", introduction(a, survivor, ""));
        UUID gone = Api.create("/v1/introductions", introduction(survivor, b, ""));
        answer(Tokens.participant(a), moved, "ACCEPTED");

        Elsewhere.merge(a, survivor);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.asOrganiser()
                .when()
                .get("/v1/introductions?participantId=" + a)
                .then()
                .body("items", empty()));
        Api.asOrganiser().when().get("/v1/introductions/" + between).then().statusCode(404);
        Api.asOrganiser()
                .when()
                .get("/v1/introductions?participantId=" + survivor)
                .then()
                .body("items", hasSize(1));
        Elsewhere.erase(b);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.asOrganiser()
                .when()
                .get("/v1/introductions?participantId=" + survivor)
                .then()
                .body("items", empty()));
        Api.asOrganiser().when().get("/v1/introductions/" + gone).then().statusCode(404);
    }

    @Test
    void eachSeesAndAnswersTheirOwn() {
        UUID id = proposed("");
        UUID organisation = UUID.randomUUID();
        Elsewhere.memberOf(organisation);
        Api.as(Tokens.participant(People.sharing()))
                .when()
                .get("/v1/introductions/" + id)
                .then()
                .statusCode(404);
        Api.as(Tokens.participant(a)).when().get("/v1/introductions").then().body("items.id", contains(id.toString()));
        answer(Tokens.partner(organisation), id, "ACCEPTED").statusCode(404);
        answer(Tokens.of("organiser"), id, "ACCEPTED")
                .statusCode(422)
                .body("errors.code", contains("PARTICIPANT_ID_REQUIRED"));
        Api.as(Tokens.participant(a))
                .contentType("application/json")
                .body("{\"participantId\": \"" + b + "\", \"answer\": \"ACCEPTED\"}")
                .when()
                .post("/v1/introductions/" + id + "/answers")
                .then()
                .statusCode(422)
                .body("errors.code", contains("NOT_YOURS"));
        Api.as(Tokens.participant(a))
                .contentType("application/json")
                .body(introduction(a, b, ""))
                .when()
                .post("/v1/introductions")
                .then()
                .statusCode(403);
    }

    @Test
    void filesSayHowItBeganAndTakeNothingBack() {
        UUID event = Elsewhere.event();
        String file = "participant_a,participant_b,event,status,proposed_at,expires_at,accepted_by,declined_by,met_at\n"
                + a + "," + b + "," + event + ",PROPOSED,2026-01-10,2099-01-01," + a + ",,\n";
        Api.importCsv("introductions", "x", file).body("created", equalTo(1));
        Api.importCsv("introductions", "x", file).body("unchanged", equalTo(1));
        UUID id = UUID.fromString(Api.asOrganiser()
                .when()
                .get("/v1/introductions?eventId=" + event)
                .then()
                .body("items[0].answers.participantId", contains(a.toString()))
                .extract()
                .path("items[0].id"));
        Api.patch("/v1/introductions/" + id, "\"0\"", "{\"status\": \"MET\", \"metAt\": \"2026-03-01T00:00:00Z\"}");
        Api.importCsv("introductions", "x", file).body("unchanged", equalTo(1));
        read(id).body("status", equalTo("MET"));
        Api.importCsv("introductions", "x", file.replace("," + a + ",,", "," + UUID.randomUUID() + "," + b + ","))
                .body("errors.code", hasItems("NOT_OF_PAIR"));
        RoundTrip.changesNothing("introductions");
    }
}
