package org.rapport.exchanges;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** What each of the two says of an exchange. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class TwoSidesTest {

    private static final String TOPIC = "rapport.exchanges.v1";

    private UUID a;
    private UUID b;

    @BeforeEach
    void two() {
        a = Elsewhere.participant();
        b = Elsewhere.participant();
    }

    private static ValidatableResponse post(String token, String path, String json) {
        return Api.as(token)
                .contentType("application/json")
                .body(json)
                .when()
                .post(path)
                .then();
    }

    private static String report(UUID one, UUID other, String more) {
        return "{\"participantAId\": \"" + one + "\", \"participantBId\": \"" + other + "\", \"status\": \"ACTIVE\""
                + more + "}";
    }

    private static String confirmations(String exchange) {
        return "/v1/exchanges/" + exchange + "/confirmations";
    }

    private static List<Response> atTheSameMoment(List<Callable<Response>> requests) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(requests.size());
        CyclicBarrier start = new CyclicBarrier(requests.size());
        try {
            List<Future<Response>> answers = threads.invokeAll(requests.stream()
                    .map(request -> (Callable<Response>) () -> {
                        start.await();
                        return request.call();
                    })
                    .toList());
            List<Response> responses = new ArrayList<>();
            for (Future<Response> answer : answers) {
                responses.add(answer.get());
            }
            return responses;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void bothReportingAtTheSameMomentMakeOneExchangeThatBothConfirm() throws Exception {
        String adviceOf = ", \"type\": \"ADVICE\", \"startedAt\": \"2026-04-10T00:00:00Z\"";
        List<Callable<Response>> reports = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reports.add(() -> post(Tokens.participant(a), "/v1/exchanges", report(a, b, adviceOf))
                    .extract()
                    .response());
            reports.add(() -> post(Tokens.participant(b), "/v1/exchanges", report(b, a, adviceOf))
                    .extract()
                    .response());
        }
        List<Response> answers = atTheSameMoment(reports);

        assertThat(
                answers.stream().map(Response::statusCode).sorted().toList(),
                contains(200, 200, 200, 200, 200, 200, 200, 201));
        String id = answers.get(0).path("id");
        Api.asOrganiser()
                .when()
                .get("/v1/exchanges?participantId=" + a)
                .then()
                .body("items", hasSize(1))
                .body("items[0].confirmedBy", containsInAnyOrder(a.toString(), b.toString()))
                .body("items[0].confirmedAt", notNullValue())
                .body("items[0].confirmations.answer", contains("CONFIRMED", "CONFIRMED"));
        assertThat(
                PublishedEvents.await(TOPIC, UUID.fromString(id), 2).stream()
                        .map(record -> PublishedEvents.header(record, "ce_type"))
                        .toList(),
                contains("org.rapport.exchange.recorded.v1", "org.rapport.exchange.confirmed.v1"));
        PublishedEvents.requireConformity(TOPIC);
    }

    @Test
    void bothAnsweringAtTheSameMomentAreBothHeard() throws Exception {
        String exchange = Api.create("/v1/exchanges", report(a, b, "")).toString();
        List<Response> answers = atTheSameMoment(List.of(
                () -> post(Tokens.participant(a), confirmations(exchange), "{\"answer\": \"CONFIRMED\"}")
                        .extract()
                        .response(),
                () -> post(Tokens.participant(b), confirmations(exchange), "{\"answer\": \"DISPUTED\"}")
                        .extract()
                        .response()));

        assertThat(answers.stream().map(Response::statusCode).toList(), contains(201, 201));
        Api.asOrganiser()
                .when()
                .get("/v1/exchanges/" + exchange)
                .then()
                .body("confirmedBy", contains(a.toString()))
                .body("confirmedAt", nullValue())
                .body("confirmations.answer", containsInAnyOrder("CONFIRMED", "DISPUTED"));
    }

    @Test
    void whatTheTwoSayIsKeptSideBySideAndTheLastWordOfEachCounts() {
        String exchange = post(
                        Tokens.participant(a),
                        "/v1/exchanges",
                        report(a, b, ", \"type\": \"FUNDING\", \"startedAt\": \"2026-04-10T00:00:00Z\""))
                .statusCode(201)
                .body("reportedBy", equalTo(a.toString()))
                .extract()
                .path("id");
        Api.asOrganiser()
                .when()
                .get(confirmations(exchange))
                .then()
                .body("items.find {it.participantId == '" + a + "'}.answer", equalTo("CONFIRMED"))
                .body("items.find {it.participantId == '" + b + "'}.answer", nullValue());
        post(Tokens.participant(b), confirmations(exchange), "{\"answer\": \"DISPUTED\"}")
                .statusCode(201)
                .body("confirmedBy", contains(a.toString()));
        post(Tokens.participant(b), confirmations(exchange), "{\"answer\": \"DISPUTED\"}")
                .statusCode(200)
                .body("version", equalTo(1));
        post(
                        Tokens.participant(b),
                        confirmations(exchange),
                        "{\"answer\": \"CONFIRMED\", \"type\": \"CONTACT\", \"startedAt\": \"2026-05-02T00:00:00Z\"}")
                .statusCode(201)
                .body("type", equalTo("FUNDING"))
                .body("confirmedBy", hasSize(2));
        Api.asOrganiser()
                .when()
                .get(confirmations(exchange))
                .then()
                .body("items.find {it.participantId == '" + b + "'}.answer", equalTo("CONFIRMED"))
                .body("items.find {it.participantId == '" + b + "'}.answers.type", contains(null, "CONTACT"));
        post(
                        Tokens.of("organiser"),
                        confirmations(exchange),
                        "{\"participantId\": \"" + b
                                + "\", \"answer\": \"DISPUTED\", \"at\": \"2026-01-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors.code", contains("ANSWERED_BEFORE_LAST"));
        post(
                        Tokens.of("organiser"),
                        confirmations(exchange),
                        "{\"participantId\": \"" + UUID.randomUUID() + "\", \"at\": \"2100-01-01T00:00:00Z\"}")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("ANSWER_REQUIRED", "NOT_OF_PAIR", "ANSWERED_IN_FUTURE"));
    }

    @Test
    void aReportIsOfWhatIsOnRecordIfPairTypeAndEventAgreeAsFarAsBothSay() {
        UUID event = Elsewhere.event();
        UUID another = Elsewhere.event();
        String first = of(a, b, "ADVICE", event).statusCode(201).extract().path("id");
        of(b, a, "ADVICE", event).statusCode(200).body("id", equalTo(first));
        of(b, a, "ADVICE", event).statusCode(200).body("version", equalTo(1));
        of(b, a, "FUNDING", event).statusCode(201).body("id", not(first));
        of(b, a, "ADVICE", another).statusCode(201).body("id", not(first));
        of(b, Elsewhere.participant(), "ADVICE", event).statusCode(201);
        post(Tokens.participant(b), "/v1/exchanges", report(a, b, ", \"type\": \"ADVICE\""))
                .statusCode(200)
                .body("id", equalTo(first));
    }

    private static ValidatableResponse of(UUID reporter, UUID other, String type, UUID event) {
        return post(
                Tokens.participant(reporter),
                "/v1/exchanges",
                report(reporter, other, ", \"type\": \"" + type + "\", \"originEventId\": \"" + event + "\""));
    }

    @Test
    void nobodySpeaksForTheOtherSide() {
        UUID organisation = UUID.randomUUID();
        UUID member = Elsewhere.memberOf(organisation);
        String partner = Tokens.partner(organisation);
        String exchange = post(partner, "/v1/exchanges", report(member, b, ""))
                .statusCode(201)
                .body("reportedBy", equalTo(member.toString()))
                .extract()
                .path("id");
        String forB = "{\"participantId\": \"" + b + "\", \"answer\": \"CONFIRMED\"}";
        post(partner, confirmations(exchange), forB).statusCode(422).body("errors.code", contains("NOT_YOURS"));
        post(Tokens.participant(member), confirmations(exchange), forB).statusCode(422);
        post(Tokens.participant(a), confirmations(exchange), "{\"answer\": \"CONFIRMED\"}")
                .statusCode(404);
        post(Tokens.of("analyst"), confirmations(exchange), forB).statusCode(403);
        post(Tokens.participant(b), confirmations(exchange), forB).statusCode(201);

        post(partner, "/v1/exchanges", report(a, b, "")).statusCode(422).body("errors.code", contains("NOT_YOURS"));
        post(Tokens.participant(a), "/v1/exchanges", report(member, b, "")).statusCode(422);
        post(Tokens.participant(a), "/v1/exchanges", report(a, b, ", \"reportedBy\": \"" + b + "\""))
                .statusCode(422);
        post(
                        Tokens.participant(a),
                        "/v1/exchanges",
                        report(
                                a,
                                b,
                                ", \"confirmations\": [{\"participantId\": \"" + b
                                        + "\", \"answer\": \"CONFIRMED\", \"at\": \"2026-05-01T00:00:00Z\"}]"))
                .statusCode(422);
        Api.as(Tokens.participant(b))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"reportedBy\": \"" + b + "\"}")
                .when()
                .patch("/v1/exchanges/" + exchange)
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("NOT_YOURS"));
        Api.as(Tokens.participant(b))
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"status\": \"COMPLETED\"}")
                .when()
                .patch("/v1/exchanges/" + exchange)
                .then()
                .statusCode(200);
    }
}
