package org.rapport.participants.topic;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

/** Topics that get another code or become part of another: nothing that named them is lost. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class RecodedTopicTest {

    private static final String TOPIC = "rapport.participants.v1";

    private final String code = "T-" + UUID.randomUUID();
    private final String next = "N-" + UUID.randomUUID();
    private UUID topic;
    private UUID participant;

    @BeforeEach
    void aTopicThatSomebodyNeeds() {
        topic = define(code, null);
        participant = People.participant();
    }

    private static UUID define(String code, String broader) {
        return Api.create(
                "/v1/topics",
                "{\"code\": \"" + code + "\", \"label\": \"A topic\""
                        + (broader == null ? "" : ", \"broader\": \"" + broader + "\"") + "}");
    }

    private static ValidatableResponse rename(UUID topic, String etag, String to) {
        return Api.patch("/v1/topics/" + topic, etag, "{\"code\": \"" + to + "\"}");
    }

    private static ValidatableResponse merge(UUID topic, String into) {
        return Api.post("/v1/topics/" + topic + "/merge", "{\"into\": \"" + into + "\"}");
    }

    private static ValidatableResponse get(String path) {
        return Api.asOrganiser().redirects().follow(false).when().get(path).then();
    }

    private UUID offer(String code) {
        return Api.create("/v1/offers", "{\"participantId\": \"" + participant + "\", \"topic\": \"" + code + "\"}");
    }

    private static String lastTopicOf(UUID aggregate, int events) throws Exception {
        List<ConsumerRecord<byte[], byte[]>> records = PublishedEvents.await(TOPIC, aggregate, events);
        return PublishedEvents.data(records.get(events - 1)).path("topic").asText();
    }

    @Test
    void whoNamesATopicFollowsItsCode() throws Exception {
        UUID need = Api.create("/v1/needs", People.need(participant, code));
        UUID offer = offer(code);
        UUID child = define("C-" + code, code);

        rename(topic, "\"0\"", next).statusCode(200).body("code", equalTo(next)).body("formerCodes", contains(code));

        get("/v1/needs/" + need).body("topic", equalTo(next));
        get("/v1/topics/" + child).body("broader", equalTo(next));
        assertThat(lastTopicOf(need, 2), equalTo(next));
        assertThat(lastTopicOf(offer, 2), equalTo(next));
        PublishedEvents.await(TOPIC, child, 2);
        get("/v1/needs/" + need).header("ETag", equalTo("\"2\""));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void aFormerCodeStillStandsForTheTopic() {
        rename(topic, "\"0\"", next).statusCode(200);

        get("/v1/topics?code=" + code).body("items.id", contains(topic.toString()));
        UUID need = Api.create("/v1/needs", People.need(participant, code));
        get("/v1/needs/" + need).body("topic", equalTo(next));
        get("/v1/needs?topic=" + code).body("items.id", contains(need.toString()));
        UUID child = define("C-" + code, code);
        get("/v1/topics/" + child).body("broader", equalTo(next));
        Api.post("/v1/topics", "{\"code\": \"" + code + "\", \"label\": \"Another\"}")
                .statusCode(422)
                .body("errors.code", hasItem("CODE_TAKEN"));
        rename(topic, "\"1\"", code).statusCode(200).body("formerCodes", contains(next));
    }

    @Test
    void filesOfBeforeChangeNothing() {
        String source = "s" + UUID.randomUUID();
        String topics = "code,label\n" + code + ",A topic\n";
        String needs = "id,participant,topic,declared_at\nN1," + participant + "," + code + ",2026-01-15\n";
        String offers = "id,participant,topic\nO1," + participant + "," + code + "\n";
        Api.importCsv("needs", source, needs).body("created", equalTo(1));
        Api.importCsv("offers", source, offers).body("created", equalTo(1));
        Api.patch("/v1/topics/" + topic, "\"0\"", "{\"code\": \"" + next + "\", \"label\": \"Better\"}")
                .statusCode(200);

        Api.importCsv("topics", source, topics).body("unchanged", equalTo(1));
        Api.importCsv("needs", source, needs).body("unchanged", equalTo(1));
        Api.importCsv("offers", source, offers).body("unchanged", equalTo(1));
        get("/v1/topics/" + topic).body("label", equalTo("Better"));
    }

    @Test
    void aMergedTopicLeadsToTheOtherWhichTakesOverWhatItHad() throws Exception {
        UUID survivor = define(next, null);
        UUID need = Api.create("/v1/needs", People.need(participant, code));
        UUID offer = offer(code);
        UUID child = define("C-" + code, code);
        rename(topic, "\"0\"", code + "2").statusCode(200);

        merge(topic, next)
                .statusCode(200)
                .body("id", equalTo(survivor.toString()))
                .body("formerCodes", containsInAnyOrder(code, code + "2"));

        get("/v1/topics/" + topic).statusCode(308).header("Location", endsWith("/v1/topics/" + survivor));
        get("/v1/topics?code=" + code).body("items.code", contains(next));
        get("/v1/topics?merged=true&code=" + code + "2").body("items.mergedIntoId", contains(survivor.toString()));
        get("/v1/needs/" + need).body("topic", equalTo(next));
        get("/v1/offers/" + offer).body("topic", equalTo(next));
        get("/v1/topics/" + child).body("broader", equalTo(next));
        ConsumerRecord<byte[], byte[]> merged =
                PublishedEvents.await(TOPIC, topic, 3).get(2);
        assertThat(PublishedEvents.header(merged, "ce_type"), equalTo("org.rapport.topic.merged.v1"));
        assertThat(PublishedEvents.data(merged).path("mergedIntoId").asText(), equalTo(survivor.toString()));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void aTopicMergedIntoOneBeneathItIsReplacedByThat() {
        UUID top = define("TOP-" + code, null);
        Api.patch("/v1/topics/" + topic, "\"0\"", "{\"broader\": \"TOP-" + code + "\"}")
                .statusCode(200);
        UUID child = define("C-" + code, code);
        UUID grandchild = define(next, "C-" + code);

        merge(topic, next).statusCode(200).body("broader", equalTo("TOP-" + code));

        get("/v1/topics/" + child).body("broader", equalTo(next));
        get("/v1/topics/" + grandchild).body("broader", equalTo("TOP-" + code));
        get("/v1/topics/" + top).body("broader", nullValue());
    }

    @Test
    void nobodyIsLeftBehindWhoNamesTheTopicAtThatMoment() throws Exception {
        define(next, null);
        String need = People.need(participant, code);
        List<Callable<Integer>> calls = new ArrayList<>(Collections.nCopies(
                15, () -> Api.post("/v1/needs", need).extract().statusCode()));
        calls.add(8, () -> merge(topic, next).extract().statusCode());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        List<Integer> statuses = new ArrayList<>();
        try {
            for (Future<Integer> call : threads.invokeAll(calls)) {
                statuses.add(call.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(statuses.remove(8), equalTo(200));
        assertThat(statuses, everyItem(equalTo(201)));
        get("/v1/needs?participantId=" + participant)
                .body("items.topic", hasSize(15))
                .body("items.topic", everyItem(equalTo(next)));
    }

    @Test
    void aCodeThatAnotherTopicHasIsTaken() {
        define(next, null);
        rename(topic, "\"0\"", next).statusCode(409).body("code", equalTo("CODE_TAKEN"));
    }

    @Test
    void mergesThatMakeNoSenseAreRefused() {
        merge(topic, code).statusCode(422).body("errors.code", contains("INTO_ITSELF"));
        merge(topic, "nowhere").statusCode(422).body("errors.code", contains("TOPIC_UNKNOWN"));
        merge(topic, "").statusCode(422).body("errors.code", contains("INTO_REQUIRED"));
        define(next, null);
        merge(topic, next).statusCode(200);
        merge(topic, next).statusCode(409).body("code", equalTo("TOPIC_MERGED"));
        rename(topic, "\"1\"", code + "2").statusCode(409).body("code", equalTo("TOPIC_MERGED"));
        Api.as(Tokens.of("analyst"))
                .contentType("application/json")
                .body("{\"into\": \"" + next + "\"}")
                .when()
                .post("/v1/topics/" + topic + "/merge")
                .then()
                .statusCode(403);
    }
}
