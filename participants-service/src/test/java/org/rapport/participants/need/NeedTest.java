package org.rapport.participants.need;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;
import org.rapport.participants.People;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class NeedTest {

    private static final String TOPIC = "rapport.participants.v1";

    @Test
    void whenANeedWasDeclaredCannotBeRewritten() {
        UUID id = People.needOf(People.participant());
        Api.patch("/v1/needs/" + id, "\"0\"", "{\"declaredAt\": \"2025-01-15T10:00:00Z\"}")
                .statusCode(422)
                .body("errors.code", hasItem("DECLARED_AT_FIXED"));
    }

    @Test
    void assessmentsAreAddedAndNeverOverwritten() throws Exception {
        UUID id = People.needOf(People.participant());
        Api.post("/v1/needs/" + id + "/assessments", """
                        {"assessedAt": "2026-02-01T09:00:00Z", "specificity": 4, "urgency": 4, "authority": 4,
                        "benefit": 4}""")
                .statusCode(201)
                .header("Location", endsWith("/v1/needs/" + id))
                .body("assessments", hasSize(2))
                .body("assessments.specificity", equalTo(List.of(3, 4)));
        List<ConsumerRecord<byte[], byte[]>> events = PublishedEvents.await(TOPIC, id, 2);
        assertThat(PublishedEvents.header(events.get(0), "ce_type"), equalTo("org.rapport.need.declared.v1"));
        assertThat(PublishedEvents.header(events.get(1), "ce_type"), equalTo("org.rapport.need.assessed.v1"));
        assertThat(PublishedEvents.header(events.get(1), "ce_version"), equalTo("1"));
        assertThat(PublishedEvents.data(events.get(1)).path("assessments").size(), equalTo(2));
        String data = new String(events.get(1).value(), StandardCharsets.UTF_8);
        assertThat(data, not(containsString("Rosa")));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void anAssessmentBeforeTheNeedOrInTheFutureIsRefused() {
        UUID id = People.needOf(People.participant());
        String items = ", \"specificity\": 4, \"urgency\": 5, \"authority\": 4, \"benefit\": 4}";
        Api.post("/v1/needs/" + id + "/assessments", "{\"assessedAt\": \"2026-02-01T09:00:00Z\"" + items)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("URGENCY_RANGE")));
        String good = items.replace('5', '4');
        Api.post("/v1/needs/" + id + "/assessments", "{\"assessedAt\": \"2026-01-01T09:00:00Z\"" + good)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("ASSESSED_BEFORE_DECLARED")));
        Api.post("/v1/needs/" + id + "/assessments", "{\"assessedAt\": \"2100-01-01T09:00:00Z\"" + good)
                .statusCode(422)
                .body("errors.code", equalTo(List.of("ASSESSED_IN_FUTURE")));
    }

    @Test
    void aStatusIsAStepInAHistory() {
        UUID id = People.needOf(People.participant());
        Api.patch("/v1/needs/" + id, "\"0\"", "{\"status\": \"MET\"}")
                .statusCode(422)
                .body("errors.code", hasItem("STATUS_AT_REQUIRED"));
        Api.patch("/v1/needs/" + id, "\"0\"", "{\"status\": \"MET\", \"statusAt\": \"2026-03-01T00:00:00Z\"}")
                .statusCode(200)
                .body("statusHistory.status", equalTo(List.of("OPEN", "MET")));
        Api.patch("/v1/needs/" + id, "\"1\"", "{\"status\": \"OPEN\", \"statusAt\": \"2026-04-01T00:00:00Z\"}")
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("statusHistory.status", equalTo(List.of("OPEN", "MET", "OPEN")));
    }

    @Test
    void aNeedOfNobodyOnNoTopicIsRefused() {
        Api.post("/v1/needs", People.need(UUID.fromString("0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e"), "no such topic"))
                .statusCode(422)
                .body("errors.code", hasItems("PARTICIPANT_UNKNOWN", "TOPIC_UNKNOWN"))
                .body("errors.pointer", hasItems("/participantId", "/topic"));
    }

    @Test
    void aPartnerDeclaresNeedsOfItsMembersAndOfNobodyElse() {
        UUID ours = People.organisation();
        UUID member = People.memberOf(ours);
        UUID stranger = People.memberOf(People.organisation());
        String topic = People.topic();
        String token = Tokens.partner(ours);
        Api.as(token)
                .contentType("application/json")
                .body(People.need(member, topic))
                .when()
                .post("/v1/needs")
                .then()
                .statusCode(201);
        Api.as(token)
                .contentType("application/json")
                .body(People.need(stranger, topic))
                .when()
                .post("/v1/needs")
                .then()
                .statusCode(422)
                .body("errors.code", equalTo(List.of("PARTICIPANT_UNKNOWN")));
        UUID hidden = People.needOf(stranger);
        Api.as(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"0\"")
                .body("{\"description\": \"changed\"}")
                .when()
                .patch("/v1/needs/" + hidden)
                .then()
                .statusCode(404);
        Api.asOrganiser().when().get("/v1/needs/" + hidden).then().header("ETag", "\"0\"");
        Api.as(token)
                .queryParam("participantId", stranger)
                .when()
                .get("/v1/needs?count=true")
                .then()
                .body("items", hasSize(0))
                .body("count", equalTo(0));
    }
}
