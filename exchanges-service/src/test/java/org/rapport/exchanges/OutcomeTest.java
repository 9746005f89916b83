package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
class OutcomeTest {

    private static final String TOPIC = "rapport.exchanges.v1";
    private static final String OUTCOME = """
            {"level": "BEHAVIOUR", "text": "Tariffs are set by Rosa's method", "observedAt": "2026-06-01T00:00:00Z",
            "evidenceUrl": "https://example.org/tariffs"}""";

    private UUID a;
    private UUID b;
    private UUID exchange;
    private String outcomes;

    @BeforeEach
    void anExchange() {
        a = Elsewhere.participant();
        b = Elsewhere.participant();
        exchange = Api.create("/v1/exchanges", """
                {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE"}""".formatted(a, b));
        outcomes = "/v1/exchanges/" + exchange + "/outcomes";
    }

    @Test
    void whatItLedToIsToldInWordsHereAndInCodesElsewhere() throws Exception {
        UUID id = Api.create(outcomes, OUTCOME);
        Api.patch(outcomes + "/" + id, "\"0\"", "{\"level\": \"RESULTS\", \"evidenceUrl\": null}")
                .statusCode(200)
                .body("text", equalTo("Tariffs are set by Rosa's method"));
        Api.asOrganiser().when().get(outcomes).then().body("items.level", contains("RESULTS"));

        List<ConsumerRecord<byte[], byte[]>> events = PublishedEvents.await(TOPIC, id, 2);
        assertThat(
                new String(events.get(0).value(), StandardCharsets.UTF_8),
                equalTo("{\"id\":\"" + id + "\",\"exchangeId\":\"" + exchange
                        + "\",\"level\":\"BEHAVIOUR\",\"observedAt\":\"2026-06-01T00:00:00Z\",\"evidence\":true}"));
        assertThat(new String(events.get(1).value(), StandardCharsets.UTF_8), not(containsString("Rosa")));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void badOnesAreRefused() {
        for (String link : List.of("javascript:alert(1)", "ftp://example.org/x", "https://", "https:///x", "x")) {
            Api.post(outcomes, "{\"level\": \"RESULTS\", \"evidenceUrl\": \"" + link + "\"}")
                    .statusCode(422)
                    .body("errors.code", contains("EVIDENCE_URL_INVALID"));
        }
        Api.post(outcomes, "{\"text\": \"" + "x".repeat(4001) + "\"}")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("LEVEL_REQUIRED", "TEXT_LENGTH"));
        Api.post(outcomes, "{\"level\": \"RESULTS\", \"exchangeId\": \"" + UUID.randomUUID() + "\"}")
                .statusCode(422);
        Api.post("/v1/exchanges/" + UUID.randomUUID() + "/outcomes", OUTCOME).statusCode(404);
    }

    @Test
    void whoeverMayReadTheExchangeMayReadThem() {
        UUID id = Api.create(outcomes, OUTCOME);
        String stranger = Tokens.participant(Elsewhere.participant());
        for (String path : List.of(outcomes, outcomes + "/" + id)) {
            Api.as(Tokens.participant(a)).when().get(path).then().statusCode(200);
            Api.as(stranger).when().get(path).then().statusCode(404);
        }
        Api.as(stranger).when().get("/v1/outcomes").then().body("items", empty());
        Api.as(Tokens.participant(b)).when().get("/v1/outcomes").then().body("items.id", contains(id.toString()));
        Api.as(Tokens.participant(b))
                .contentType("application/json")
                .body(OUTCOME)
                .when()
                .post(outcomes)
                .then()
                .statusCode(201);
        Api.as(stranger)
                .contentType("application/json")
                .body(OUTCOME)
                .when()
                .post(outcomes)
                .then()
                .statusCode(404);
    }

    @Test
    void theyComeInFilesAndGoWithTheirExchange() throws Exception {
        UUID id = Api.create(outcomes, OUTCOME);
        String file =
                "id,exchange,level,text\nO1," + exchange + ",LEARNING,=1+1\nO2," + UUID.randomUUID() + ",LEARNING,\n";
        String source = "s" + UUID.randomUUID();
        Api.importCsv("outcomes", source, file)
                .body("created", equalTo(1))
                .body("errors.code", contains("EXCHANGE_UNKNOWN"))
                .body("errors.column", contains("exchange"));
        Api.importCsv("outcomes", source, file).body("unchanged", equalTo(1));
        RoundTrip.changesNothing("outcomes");
        UUID survivor = Elsewhere.participant();

        Elsewhere.merge(a, survivor);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.as(Tokens.participant(survivor))
                .when()
                .get(outcomes + "/" + id)
                .then()
                .statusCode(200));
        Elsewhere.erase(b);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Api.asOrganiser()
                .when()
                .get("/v1/outcomes?participantId=" + survivor)
                .then()
                .body("items", empty()));
        assertThat(
                PublishedEvents.header(PublishedEvents.await(TOPIC, id, 3).get(2), "ce_type"),
                equalTo("org.rapport.outcome.erased.v1"));
    }
}
