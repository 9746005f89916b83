package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ExchangeTest {

    private static String exchange(UUID a, UUID b) {
        return """
                {"participantAId": "%s", "participantBId": "%s", "type": "ADVICE", "status": "ACTIVE",
                "startedAt": "2026-04-10T00:00:00Z", "initiatedBy": "%s", "priorTie": "NONE"}""".formatted(a, b, b);
    }

    @Test
    void aPairIsStoredInOneOrderWhoeverIsNamedFirst() {
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        JsonPath one = Api.post("/v1/exchanges", exchange(a, b))
                .statusCode(201)
                .extract()
                .jsonPath();
        JsonPath other = Api.post("/v1/exchanges", exchange(b, a))
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(one.getString("participantAId"), equalTo(other.getString("participantAId")));
        assertThat(one.getString("participantAId").compareTo(one.getString("participantBId")) < 0, equalTo(true));
    }

    @Test
    void nobodyExchangesWithThemselvesAndNoThirdPersonIsNamed() {
        UUID a = Elsewhere.participant();
        Api.post("/v1/exchanges", exchange(a, a)).statusCode(422).body("errors.code", hasItem("SAME_PARTICIPANT"));
        Api.post("/v1/exchanges", """
                        {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE", "initiatedBy": "%s",
                        "reportedBy": "%s", "startedAt": "2100-01-01T00:00:00Z"}""".formatted(a, Elsewhere.participant(), UUID.randomUUID(), UUID.randomUUID()))
                .statusCode(422)
                .body("errors.code", hasItems("NOT_OF_PAIR", "STARTED_IN_FUTURE"))
                .body("errors.pointer", hasItems("/initiatedBy", "/reportedBy", "/startedAt"));
    }

    @Test
    void aPartnerSeesTheExchangesOfItsMembersOnly() {
        UUID organisation = UUID.randomUUID();
        UUID member = Elsewhere.memberOf(organisation);
        UUID theirs = Api.create("/v1/exchanges", exchange(member, Elsewhere.participant()));
        UUID hidden = Api.create("/v1/exchanges", exchange(Elsewhere.participant(), Elsewhere.participant()));
        String token = Tokens.partner(organisation);
        Api.as(token).when().get("/v1/exchanges/" + theirs).then().statusCode(200);
        Api.as(token).when().get("/v1/exchanges/" + hidden).then().statusCode(404);
        Api.as(token)
                .when()
                .get("/v1/exchanges?count=true")
                .then()
                .body("items.id", equalTo(List.of(theirs.toString())))
                .body("count", equalTo(1));
        Api.as(Tokens.participant(member)).when().get("/v1/exchanges").then().body("items", hasSize(1));
    }

    @Test
    void whatFollowedIsImportedOnceAndKeepsToTheContract() throws Exception {
        UUID event = Elsewhere.event();
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        String exchanges = "id,participant_a,participant_b,status,started_at,origin_event\nX1," + a + "," + b
                + ",COMPLETED,2026-05-01," + event + "\n";
        String source = "s" + UUID.randomUUID();
        Api.importCsv("exchanges", source, exchanges).statusCode(200).body("created", equalTo(1));
        Api.importCsv("exchanges", source, exchanges).body("unchanged", equalTo(1));
        Api.importCsv("exchanges", source, exchanges.replace("COMPLETED", "LAPSED"))
                .body("updated", equalTo(1));
        String activity = "event,participant,channel,at\n" + event + "," + a + ",POST,2026-05-02T10:00:00Z\n";
        Api.importCsv("community-activities", source, activity).body("created", equalTo(1));
        Api.importCsv("community-activities", source, activity).body("unchanged", equalTo(1));
        String answer = "event,participant,days,answered_at\n" + event + "," + a + ",90,2026-06-01\n";
        Api.importCsv("follow-up-answers", source, answer).body("created", equalTo(1));
        Api.importCsv("follow-up-answers", source, answer).body("unchanged", equalTo(1));
        String id = Api.asOrganiser()
                .queryParam("participantId", a)
                .when()
                .get("/v1/follow-up-answers")
                .then()
                .body("items[0].answeredAt", equalTo("2026-06-01T23:59:59.999999Z"))
                .extract()
                .path("items[0].id");
        PublishedEvents.await("rapport.exchanges.v1", UUID.fromString(id), 1);
        PublishedEvents.requireConformity("rapport.exchanges.v1");
    }

    @Test
    void aContactThatBecameAJointProductShowsBothDates() throws Exception {
        UUID id = Api.create(
                "/v1/exchanges",
                exchange(Elsewhere.participant(), Elsewhere.participant()).replace("ADVICE", "CONTACT"));
        String path = "/v1/exchanges/" + id;
        Api.patch(path, "\"0\"", "{\"type\": \"JOINT_PRODUCT\", \"typeSince\": \"2026-09-01T00:00:00Z\"}")
                .statusCode(200)
                .body("typeSince", equalTo("2026-09-01T00:00:00Z"))
                .body("typeHistory.type", equalTo(List.of("CONTACT", "JOINT_PRODUCT")))
                .body("typeHistory.since", equalTo(List.of("2026-04-10T00:00:00Z", "2026-09-01T00:00:00Z")));
        Api.patch(path, "\"1\"", "{\"type\": \"ADVICE\", \"typeSince\": \"2026-05-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors.code", hasItem("TYPE_BEFORE_LAST"));
        Api.patch(path, "\"1\"", "{\"type\": \"FUNDING\", \"typeSince\": \"2026-09-01T00:00:00Z\"}")
                .body("typeHistory.type", equalTo(List.of("CONTACT", "FUNDING")));
        Api.patch(path, "\"2\"", "{\"type\": \"AGREEMENT\"}")
                .body("typeHistory.type", equalTo(List.of("CONTACT", "FUNDING", "AGREEMENT")));
        assertThat(
                PublishedEvents.data(PublishedEvents.await("rapport.exchanges.v1", id, 4)
                                .get(1))
                        .path("typeHistory")
                        .toString(),
                equalTo("[{\"type\":\"CONTACT\",\"since\":\"2026-04-10T00:00:00Z\"},"
                        + "{\"type\":\"JOINT_PRODUCT\",\"since\":\"2026-09-01T00:00:00Z\"}]"));
    }

    @Test
    void theLifecycleGoesItsWay() {
        String path = "/v1/exchanges/"
                + Api.create(
                        "/v1/exchanges",
                        exchange(Elsewhere.participant(), Elsewhere.participant())
                                .replace("ACTIVE", "PROPOSED"));
        Api.patch(path, "\"0\"", "{\"status\": \"COMPLETED\"}")
                .statusCode(422)
                .body("errors.code", hasItem("STATUS_NOT_NEXT"));
        int version = 0;
        for (String next : List.of("DECLINED", "PROPOSED", "ACTIVE", "LAPSED", "ACTIVE", "COMPLETED", "ACTIVE")) {
            Api.patch(path, "\"" + version++ + "\"", "{\"status\": \"" + next + "\"}")
                    .statusCode(200)
                    .body("status", equalTo(next));
        }
        Api.patch(path, "\"" + version + "\"", "{\"status\": \"PROPOSED\"}").statusCode(422);
    }

    @Test
    void whatIsSaidOfAnExchangeIsCheckedAltogether() {
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        UUID third = Elsewhere.participant();
        Api.post("/v1/exchanges", """
                        {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE", "incentives": [null],
                        "confirmations": [{"participantId": "%s"}]}""".formatted(a, b, a))
                .statusCode(422)
                .body("errors.pointer", hasItems("/confirmations/0/answer", "/confirmations/0/at"));
        Api.post("/v1/exchanges", """
                        {"participantAId": "%s", "participantBId": "%s", "status": "ACTIVE",
                        "typeSince": "2100-01-01T00:00:00Z", "confirmations": [{"participantId": "%s", "answer": "CONFIRMED",
                        "at": "2100-01-01T00:00:00Z"}]}""".formatted(a, b, third))
                .statusCode(422)
                .body("errors.code", hasItems("TYPE_SINCE_IN_FUTURE", "NOT_OF_PAIR", "ANSWERED_IN_FUTURE"));
        String path = "/v1/exchanges/" + Api.create("/v1/exchanges", exchange(a, b));
        Api.patch(path, "\"0\"", "{\"participantAId\": \"" + Elsewhere.participant() + "\"}")
                .statusCode(422);
    }

    @Test
    void aFileSaysWhoStandsByAnExchangeButAnswersForNobodyWhoHasSpoken() {
        UUID a = Elsewhere.participant();
        UUID b = Elsewhere.participant();
        String source = "s" + UUID.randomUUID();
        String file =
                "id,participant_a,participant_b,type,status,started_at,reported_by,incentive,confirmed_by,confirmed_at\n"
                        + "X1," + a + "," + b + ",ADVICE,ACTIVE,2026-05-01," + a + ",TRAVEL GRANT," + a + " " + b
                        + ",2026-06-01T08:00:00Z\n";
        Api.importCsv("exchanges", source, file).body("created", equalTo(1));
        Api.importCsv("exchanges", source, file).body("unchanged", equalTo(1));
        String id = Api.asOrganiser()
                .when()
                .get("/v1/exchanges?participantId=" + a)
                .then()
                .body("items[0].confirmedAt", equalTo("2026-06-01T08:00:00Z"))
                .body("items[0].incentives", equalTo(List.of("GRANT", "TRAVEL")))
                .extract()
                .path("items[0].id");
        Api.post(
                        "/v1/exchanges/" + id + "/confirmations",
                        "{\"participantId\": \"" + b + "\", \"answer\": \"DISPUTED\"}")
                .statusCode(201);
        Api.importCsv("exchanges", source, file).body("unchanged", equalTo(1));
        Api.importCsv("exchanges", source, file.replace("ADVICE", "FUNDING")).body("updated", equalTo(1));
        Api.importCsv("exchanges", source, file.replace("ADVICE", "FUNDING")).body("unchanged", equalTo(1));
        Api.asOrganiser()
                .when()
                .get("/v1/exchanges/" + id)
                .then()
                .body("typeHistory.type", equalTo(List.of("ADVICE", "FUNDING")))
                .body("confirmedBy", equalTo(List.of(a.toString())));
        Api.importCsv(
                        "exchanges",
                        source,
                        file.replace("X1", "X2").replace(b + ",2026-06", UUID.randomUUID() + ",2026-06"))
                .body("errors.column", equalTo(List.of("confirmed_by")))
                .body("errors.code", equalTo(List.of("NOT_OF_PAIR")));
    }
}
