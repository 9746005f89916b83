package org.rapport.exchanges.followup;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;

/** What somebody is asked by a link, and what becomes of their answer, as a program sees it. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class QuestionTest {

    private final ParticipantsStandIn participants = ParticipantsStandIn.get();
    private final Held event = Held.daysAgo(31);
    private final UUID rosa = Held.person();
    private final UUID iris = Held.person();
    private final UUID omar = Held.person();

    @AfterAll
    static void stopStandIn() {
        ParticipantsStandIn.stop();
    }

    @BeforeEach
    void allOfThemWereThere() {
        participants.name(rosa, "Rosa Quispe");
        participants.name(iris, "Iris Nkosi");
        participants.name(omar, "Omar Haddad");
        event.meet(rosa, iris);
        event.attends(rosa, "PRESENT");
        event.attends(iris, "PRESENT");
        event.attends(omar, "PRESENT");
    }

    private static ValidatableResponse answer(Link link, String json) {
        return given().contentType("application/json")
                .body(json)
                .when()
                .post(link.api())
                .then();
    }

    private static String told(UUID other, String more) {
        return "{\"exchanges\": [{\"participantId\": \"" + other + "\"" + more + "}]%s}";
    }

    private static JsonPath exchangesOf(UUID person) {
        return Api.asOrganiser()
                .queryParam("participantId", person)
                .when()
                .get("/v1/exchanges")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void namesThoseWhoWereThereWhomTheyMetFirstAndKeepsADraft() {
        UUID need = Elsewhere.need();
        participants.need(rosa, need);
        Link link = Link.of(rosa);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> given().when()
                .get(link.api())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("eventTitle", equalTo("Water forum"))
                .body("days", equalTo(30))
                .body("met.name", contains("Iris Nkosi"))
                .body("others.people.name", contains("Omar Haddad"))
                .body("needs.id", contains(need.toString())));

        answer(link, told(omar, ", \"type\": \"ADVICE\"").formatted(", \"draft\": true"))
                .statusCode(204);

        given().when()
                .get(link.api() + "?q=iri")
                .then()
                .body("told.name", contains("Omar Haddad"))
                .body("exchanges[0].type", equalTo("ADVICE"))
                .body("others.people.name", contains("Iris Nkosi"))
                .body("answeredAt", nullValue());
        assertThat(exchangesOf(rosa).getList("items"), empty());
        given().when().get(link.api() + "?page=0").then().statusCode(400);
    }

    @Test
    void anAnswerMakesExchangesThatTheOtherConfirmsByTheirs() throws Exception {
        Link link = Link.of(rosa);
        String exchange =
                ", \"type\": \"ADVICE\", \"startedAt\": \"%s\"".formatted(event.endsAt.plus(9, ChronoUnit.DAYS));

        answer(link, told(iris, exchange).formatted("")).statusCode(204);

        JsonPath made = exchangesOf(rosa);
        assertThat(made.getList("items.type"), contains("ADVICE"));
        assertThat(made.getString("items[0].reportedBy"), equalTo(rosa.toString()));
        assertThat(made.getString("items[0].originEventId"), equalTo(event.id.toString()));
        Map<String, Object> followUp = event.followUps(rosa).get(0);
        assertThat(followUp.get("status"), equalTo("ANSWERED"));
        assertThat(followUp.get("answer"), equalTo("EXCHANGES"));
        answer(Link.of(iris), told(rosa, exchange).formatted("")).statusCode(204);
        assertThat(exchangesOf(iris).getList("items.id"), equalTo(made.getList("items.id")));
        assertThat(
                exchangesOf(iris).getList("items[0].confirmedBy"),
                containsInAnyOrder(rosa.toString(), iris.toString()));
        JsonNode last = PublishedEvents.data(
                PublishedEvents.await("rapport.exchanges.v1", UUID.fromString((String) followUp.get("id")), 2)
                        .get(1));
        assertThat(last.path("answer").asText(), equalTo("EXCHANGES"));
        PublishedEvents.requireConformity("rapport.exchanges.v1");
    }

    @Test
    void anAnswerCanBeCorrectedUntilTheQuestionCloses() {
        Link link = Link.of(rosa);
        String exchange = ", \"type\": \"%s\", \"startedAt\": \"" + event.endsAt + "\"";
        answer(link, told(iris, exchange.formatted("ADVICE")).formatted("")).statusCode(204);

        answer(link, told(omar, exchange.formatted("CONTACT")).formatted("")).statusCode(204);

        JsonPath made = exchangesOf(rosa);
        assertThat(made.getList("items.findAll { it.status == 'ACTIVE' }.type"), contains("CONTACT"));
        assertThat(made.getList("items.findAll { it.status == 'DECLINED' }.type"), contains("ADVICE"));

        answer(link, "{\"none\": true}").statusCode(204);

        assertThat(exchangesOf(rosa).getList("items.findAll { it.status == 'ACTIVE' }"), empty());
        assertThat(event.followUps(rosa).get(0).get("answer"), equalTo("NONE"));
    }

    @Test
    void saysAllThatIsWrongWithAnAnswer() {
        Link link = Link.of(rosa);
        UUID stranger = Elsewhere.participant();
        answer(link, "{}").statusCode(422).body("errors.code", contains("ANSWER_REQUIRED"));
        answer(link, told(stranger, ", \"startedAt\": \"2100-01-01T00:00:00Z\"").formatted(", \"none\": true"))
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "NONE_WITH_EXCHANGES", "NOT_AT_EVENT", "TYPE_REQUIRED", "STARTED_IN_FUTURE"));
        answer(link, told(rosa, "").formatted("")).statusCode(422);
        answer(link, "{\"answer\": 1}").statusCode(400);
        answer(link, "null").statusCode(400);
        assertThat(event.followUps(rosa).get(0).get("answeredAt"), nullValue());
    }

    @Test
    void aLinkThatIsGuessedOrOfSomebodyErasedLeadsNowhereAndOneThatIsOverSaysSo() {
        Link late = Link.of(iris);
        late.sentAt(Instant.now().minus(31, ChronoUnit.DAYS));
        Link erased = Link.of(omar);
        Elsewhere.erase(omar);
        event.awaitFollowUps(omar, equalTo(List.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        given().when().get(late.api()).then().statusCode(410).body("title", equalTo("This is over")));
        answer(late, "{\"none\": true}").statusCode(410);
        given().when().get(erased.api()).then().statusCode(404);
        String guessed = late.api().substring(0, late.api().length() - 1)
                + "!".repeat(0)
                + (late.token().endsWith("A") ? "E" : "A");
        given().when().get(guessed).then().statusCode(404);
        given().when().get("/v1/follow-up-answers/no-such-token-at-all").then().statusCode(404);
        given().when().get("/v1/follow-up-answers/" + UUID.randomUUID()).then().statusCode(401);
        assertThat(
                Api.asOrganiser()
                        .queryParam("eventId", event.id)
                        .get("/v1/follow-ups")
                        .jsonPath()
                        .getList("items"),
                allOf(not(empty()), hasSize(8)));
    }
}
