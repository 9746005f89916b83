package org.rapport.participants.need;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.participants.People;

/** Needs that exchanges meet, or were thought to. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MetNeedTest {

    private static final String TOPIC = "rapport.participants.v1";

    private UUID participant;
    private UUID other;
    private UUID need;
    private final UUID exchange = UUID.randomUUID();

    @BeforeEach
    void aNeedOfSomebody() {
        participant = People.participant();
        other = People.participant();
        need = People.needOf(participant);
    }

    private static ValidatableResponse get(UUID need) {
        return Api.asOrganiser().when().get("/v1/needs/" + need).then().statusCode(200);
    }

    @Test
    void anExchangeThatIsCompletedMeetsTheNeedThatItNames() throws Exception {
        Exchanges.tell(exchange, 0, need, other, participant, "ACTIVE");
        get(need).body("status", equalTo("OPEN"));

        Exchanges.tell(exchange, 1, need, other, participant, "COMPLETED");

        get(need)
                .body("status", equalTo("MET"))
                .body("metByExchangeId", equalTo(exchange.toString()))
                .body("statusAt", equalTo(Exchanges.TIME))
                .body("statusHistory.status", equalTo(List.of("OPEN", "MET")));
        ConsumerRecord<byte[], byte[]> met =
                PublishedEvents.await(TOPIC, need, 2).get(1);
        assertThat(PublishedEvents.header(met, "ce_type"), equalTo("org.rapport.need.met.v1"));
        assertThat(PublishedEvents.data(met).path("metByExchangeId").asText(), equalTo(exchange.toString()));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void whatIsToldTwiceOrLateChangesNothing() {
        Exchanges.tell(exchange, 3, need, participant, other, "COMPLETED");
        Exchanges.send(exchange, 3, "changed", need, participant, other, "COMPLETED");
        Exchanges.send(exchange, 2, "changed", need, participant, other, "ACTIVE");
        UUID later = UUID.randomUUID();
        UUID another = People.needOf(participant);
        Exchanges.tell(later, 0, another, participant, other, "COMPLETED");
        Exchanges.tell(exchange, 4, need, participant, other, "COMPLETED");

        get(need).body("status", equalTo("MET")).header("ETag", equalTo("\"1\""));
    }

    @Test
    void anExchangeMayBeKnownBeforeItsNeedAndFilesDoNotReopenWhatItMet() {
        String source = "s" + UUID.randomUUID();
        UUID imported = Uuids.imported(source, "needs", "N1");
        Exchanges.send(exchange, 0, "recorded", imported, participant, other, "COMPLETED");
        Exchanges.awaitTold(exchange, 0);
        String csv = "id,participant,topic,declared_at,status\nN1," + participant + "," + People.topic()
                + ",2026-01-15,OPEN\n";

        Api.importCsv("needs", source, csv).body("created", equalTo(1));

        Exchanges.awaitHeeded(exchange, 0);
        get(imported).body("status", equalTo("MET"));
        Api.importCsv("needs", source, csv).body("unchanged", equalTo(1));
        Api.importCsv(
                        "needs",
                        source,
                        csv.replace("status\n", "status,status_at\n").replace("OPEN", "MET,2026-03-01"))
                .body("updated", equalTo(1));
        get(imported)
                .body("statusAt", equalTo("2026-03-01T00:00:00Z"))
                .body("metByExchangeId", equalTo(exchange.toString()));
    }

    @Test
    void whatAnExchangeDidIsTakenBackWithItAndAnotherTakesItsPlace() {
        Exchanges.tell(exchange, 0, need, participant, other, "COMPLETED");
        Exchanges.tell(exchange, 1, need, participant, other, "LAPSED");
        get(need).body("status", equalTo("OPEN")).body("metByExchangeId", nullValue());

        Exchanges.tell(exchange, 2, need, participant, other, "COMPLETED");
        UUID second = UUID.randomUUID();
        Exchanges.tell(second, 0, need, participant, other, "COMPLETED");
        get(need).body("metByExchangeId", equalTo(exchange.toString()));
        Exchanges.tell(exchange, 3, null, participant, other, "COMPLETED");
        Exchanges.awaitHeeded(second, 0);

        get(need)
                .body("metByExchangeId", equalTo(second.toString()))
                .body("statusHistory.status", equalTo(List.of("OPEN", "MET", "OPEN", "MET", "OPEN", "MET")));
    }

    @Test
    void anExchangeOfOthersMeetsNothing() {
        Exchanges.tell(exchange, 0, need, other, People.participant(), "COMPLETED");
        get(need).body("status", equalTo("OPEN"));
    }

    @Test
    void whatAPersonSaysAfterwardsStands() {
        Exchanges.tell(exchange, 0, need, participant, other, "COMPLETED");
        Api.patch("/v1/needs/" + need, "\"1\"", "{\"status\": \"OPEN\", \"statusAt\": null}")
                .statusCode(422)
                .body("errors.code", equalTo(List.of("STATUS_AT_REQUIRED")));
        Api.patch("/v1/needs/" + need, "\"1\"", "{\"status\": \"OPEN\", \"statusAt\": \"2026-05-01T00:00:00Z\"}")
                .statusCode(200)
                .body("metByExchangeId", nullValue());

        Exchanges.tell(exchange, 1, need, participant, other, "COMPLETED");

        get(need).body("status", equalTo("OPEN"));
    }

    @Test
    void aPersonCanSayWhichExchangeMetTheNeed() {
        Exchanges.tell(exchange, 0, null, participant, other, "ACTIVE");
        String met = "\"metByExchangeId\": \"" + exchange + "\"}";
        Api.patch("/v1/needs/" + need, "\"0\"", "{" + met)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("NOT_MET")));
        Api.patch("/v1/needs/" + need, "\"0\"", "{\"status\": \"MET\", \"statusAt\": \"2026-05-01T00:00:00Z\"," + met)
                .statusCode(200)
                .body("metByExchangeId", equalTo(exchange.toString()));
        Api.patch("/v1/needs/" + need, "\"1\"", "{\"metByExchangeId\": null}")
                .statusCode(200)
                .body("status", equalTo("MET"))
                .body("metByExchangeId", nullValue());
        List<ConsumerRecord<byte[], byte[]>> events = PublishedEvents.await(TOPIC, need, 3);
        assertThat(PublishedEvents.header(events.get(1), "ce_type"), equalTo("org.rapport.need.met.v1"));
    }

    @Test
    void anExchangeThatNobodyCanVouchForIsNotTaken() {
        Api.patch(
                        "/v1/needs/" + need,
                        "\"0\"",
                        "{\"status\": \"MET\", \"statusAt\": \"2026-05-01T00:00:00Z\", \"metByExchangeId\": \""
                                + UUID.randomUUID() + "\"}")
                .statusCode(503)
                .header("Retry-After", equalTo("5"));
    }
}
