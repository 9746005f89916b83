package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.PublishedEvents;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Who gets a place at an event, and who waits for one. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PlacesTest {

    private static final int CLIENTS = 200;
    private static final int PLACES = 30;

    private static List<UUID> registrations(UUID event, int count, String status) {
        return Meetings.participants(count).stream()
                .map(participant -> Meetings.registration(event, participant, status))
                .toList();
    }

    private static List<String> statuses(List<UUID> registrations) {
        return registrations.stream()
                .map(id -> Meetings.get("/v1/registrations/" + id).extract().<String>path("status"))
                .toList();
    }

    private static long count(UUID event, String status) {
        return Meetings.get("/v1/registrations?count=true&limit=1&eventId=" + event + "&status=" + status)
                .extract()
                .<Number>path("count")
                .longValue();
    }

    /** Posts until the server has time for it, as clients do; answers what it said. */
    private static String register(HttpClient client, UUID event, UUID participant) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/registrations"))
                .header("Authorization", "Bearer " + Tokens.of("organiser"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", participant.toString())
                .POST(HttpRequest.BodyPublishers.ofString("{\"eventId\": \"" + event + "\", \"participantId\": \""
                        + participant + "\", \"status\": \"CONFIRMED\"}"))
                .build();
        HttpResponse<String> response;
        do {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } while (response.statusCode() == 503);
        assertThat(response.body(), response.statusCode(), is(201));
        return response.body().contains("\"CONFIRMED\"") ? "CONFIRMED" : "WAITLISTED";
    }

    @Test
    void noEventHasMoreParticipantsThanPlacesHoweverManyRegisterAtOnce() throws Exception {
        UUID event = Meetings.ahead("\"capacity\": " + PLACES);
        List<UUID> participants = Meetings.participants(CLIENTS);
        // a connection for each of them
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<String> statuses = new ArrayList<>();
        try {
            List<Future<String>> answers = participants.stream()
                    .map(participant -> clients.submit(() -> {
                        start.await();
                        return register(client, event, participant);
                    }))
                    .toList();
            start.countDown();
            for (Future<String> answer : answers) {
                statuses.add(answer.get());
            }
        } finally {
            clients.shutdownNow();
        }

        assertThat(statuses.stream().filter("CONFIRMED"::equals).count(), is((long) PLACES));
        assertThat(statuses.stream().filter("WAITLISTED"::equals).count(), is((long) CLIENTS - PLACES));
        assertThat(count(event, "CONFIRMED"), is((long) PLACES));
        List<Integer> queue = Meetings.get("/v1/registrations?limit=200&eventId=" + event + "&status=WAITLISTED")
                .extract()
                .path("items.queuePlace");
        assertThat(
                queue,
                containsInAnyOrder(
                        IntStream.rangeClosed(1, CLIENTS - PLACES).boxed().toArray(Integer[]::new)));
    }

    @Test
    void whoWaitsMovesUpInTheOrderOfRegisteringWheneverAPlaceIsFreed() throws Exception {
        UUID event = Meetings.ahead("\"capacity\": 2");
        List<UUID> ids = registrations(event, 6, "CONFIRMED");
        assertThat(
                statuses(ids),
                contains("CONFIRMED", "CONFIRMED", "WAITLISTED", "WAITLISTED", "WAITLISTED", "WAITLISTED"));
        Meetings.get("/v1/registrations/" + ids.get(2)).body("queuePlace", equalTo(1));
        Meetings.get("/v1/registrations/" + ids.get(5)).body("queuePlace", equalTo(4));

        Meetings.patch("/v1/registrations/" + ids.get(0), "{\"status\": \"WITHDRAWN\"}")
                .statusCode(200);
        Meetings.get("/v1/registrations/" + ids.get(2))
                .body("status", equalTo("CONFIRMED"))
                .body("queuePlace", nullValue());
        Meetings.patch("/v1/registrations/" + ids.get(1), "{\"status\": \"REJECTED\"}")
                .statusCode(200);
        Meetings.patch("/v1/registrations/" + ids.get(4), "{\"status\": \"CANCELLED\"}")
                .statusCode(200);
        Meetings.get("/v1/registrations/" + ids.get(5))
                .body("status", equalTo("WAITLISTED"))
                .body("queuePlace", equalTo(1));
        Meetings.patch("/v1/events/" + event, "{\"capacity\": 3}").statusCode(200);

        assertThat(
                statuses(ids), contains("WITHDRAWN", "REJECTED", "CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED"));
        PublishedEvents.await("rapport.events.v1", ids.get(5), 2);
    }

    @Test
    void whoeverWasErasedLeavesAPlaceToTheNext() {
        UUID event = Meetings.ahead("\"capacity\": 1");
        UUID erased = Elsewhere.participant();
        Meetings.registration(event, erased, "CONFIRMED");
        UUID next = registrations(event, 1, "CONFIRMED").get(0);
        Meetings.get("/v1/registrations/" + next).body("status", equalTo("WAITLISTED"));

        Elsewhere.erase(erased);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> Meetings.get("/v1/registrations/" + next)
                .body("status", equalTo("CONFIRMED")));
    }

    @Test
    void whoIsPutOnTheWaitingListOnPurposeWaits() {
        UUID event = Meetings.ahead("\"country\": \"PE\"");
        List<UUID> ids = new ArrayList<>(registrations(event, 1, "WAITLISTED"));
        ids.addAll(registrations(event, 2, "CONFIRMED"));
        Meetings.patch("/v1/registrations/" + ids.get(1), "{\"status\": \"CANCELLED\"}")
                .statusCode(200);
        assertThat(statuses(ids), contains("WAITLISTED", "CANCELLED", "CONFIRMED"));
        Meetings.patch("/v1/registrations/" + ids.get(0), "{\"status\": \"CONFIRMED\"}")
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
    }

    @Test
    void whoIsPutBackOnTheWaitingListLeavesThePlaceToTheNext() {
        UUID event = Meetings.ahead("\"capacity\": 1");
        List<UUID> ids = registrations(event, 2, "CONFIRMED");
        for (int i = 0; i < 2; i++) {
            UUID one = ids.get(i);
            Meetings.patch("/v1/registrations/" + one, "{\"status\": \"WAITLISTED\"}")
                    .statusCode(200)
                    .body("status", equalTo("WAITLISTED"))
                    .body("queuePlace", equalTo(1));
            Meetings.get("/v1/registrations/" + ids.get(1 - i)).body("status", equalTo("CONFIRMED"));
        }
    }

    @Test
    void nobodyMovesUpAtAnEventThatWasHeldOrIsCancelled() {
        for (String status : List.of("HELD", "CANCELLED")) {
            UUID event = Meetings.ahead("\"capacity\": 1");
            List<UUID> ids = registrations(event, 2, "CONFIRMED");
            Meetings.patch("/v1/events/" + event, "{\"status\": \"" + status + "\"}")
                    .statusCode(200);
            Meetings.patch("/v1/registrations/" + ids.get(0), "{\"status\": \"CANCELLED\"}")
                    .statusCode(200);
            assertThat(statuses(ids), contains("CANCELLED", "WAITLISTED"));
        }
    }

    @Test
    void aRegistrationGoesOnlyWhereItCan() {
        UUID event = Meetings.ahead("\"capacity\": 1");
        List<UUID> ids = registrations(event, 2, "CONFIRMED");
        Meetings.patch("/v1/registrations/" + ids.get(0), "{\"status\": \"APPLIED\"}")
                .statusCode(422)
                .body("errors.code", contains("TRANSITION_NOT_ALLOWED"));
        Meetings.patch("/v1/registrations/" + ids.get(1), "{\"status\": \"CONFIRMED\"}")
                .statusCode(409)
                .body("code", equalTo("EVENT_FULL"));
        Meetings.patch("/v1/registrations/" + ids.get(1), "{\"participantId\": \"" + UUID.randomUUID() + "\"}")
                .statusCode(422);
        Api.patch("/v1/registrations/" + ids.get(1), "\"7\"", "{\"status\": \"WITHDRAWN\"}")
                .statusCode(412);
        UUID cancelled = Meetings.ahead("\"status\": \"CANCELLED\"");
        Api.post("/v1/registrations", """
                        {"eventId": "%s", "participantId": "%s", "status": "CONFIRMED"}""".formatted(
                                cancelled, Meetings.participants(1).get(0)))
                .statusCode(422)
                .body("errors.code", contains("EVENT_CANCELLED"));
    }

    @Test
    void manyAreConfirmedInOneRequestAndWhatKeepsOneDoesNotKeepTheOthers() {
        UUID event = Meetings.ahead("\"capacity\": 2");
        List<UUID> ids = registrations(event, 4, "APPLIED");
        Meetings.patch("/v1/registrations/" + ids.get(0), "{\"status\": \"REJECTED\"}")
                .statusCode(200);
        UUID place = registrations(event, 1, "CONFIRMED").get(0);
        UUID unknown = UUID.randomUUID();

        Api.post(
                        "/v1/registrations/confirmations",
                        "{\"ids\": [\"" + unknown + "\", \"" + place + "\", \"" + ids.get(3) + "\", \"" + ids.get(1)
                                + "\", \"" + ids.get(2) + "\"]}")
                .statusCode(200)
                .body(
                        "items.id",
                        equalTo(Stream.of(unknown, place, ids.get(3), ids.get(1), ids.get(2))
                                .map(UUID::toString)
                                .toList()))
                .body("items.status", contains(null, "CONFIRMED", "CONFIRMED", "WAITLISTED", "WAITLISTED"))
                .body("items.queuePlace", contains(null, null, null, 1, 2))
                .body("items.code", contains("NOT_FOUND", null, null, null, null));
        assertThat(count(event, "CONFIRMED"), is(2L));

        Api.post("/v1/registrations/confirmations", "{\"ids\": []}").statusCode(422);
    }

    @Test
    void aFileCannotStateMoreParticipantsThanPlacesAndPromotesNobody() {
        UUID event = Meetings.ahead("\"capacity\": 2");
        StringBuilder rows = new StringBuilder("event,participant,status,registered_at\n");
        List<UUID> people = Meetings.participants(4);
        for (UUID participant : people) {
            rows.append(event).append(',').append(participant).append(",CONFIRMED,\n");
        }
        Api.importCsv("registrations", "x", rows.toString())
                .body("created", equalTo(2))
                .body("rejected", equalTo(2))
                .body("errors.line", contains(4, 5))
                .body("errors.column", everyItem(equalTo("status")))
                .body("errors.code", everyItem(equalTo("EVENT_FULL")));
        Api.importCsv("registrations", "x", rows.toString()).body("unchanged", equalTo(2));
        String swapped = "event,participant,status\n" + event + "," + people.get(0) + ",CANCELLED\n" + event + ","
                + people.get(2) + ",CONFIRMED\n" + event + "," + people.get(3) + ",WAITLISTED\n";
        Api.importCsv("registrations", "x", swapped)
                .body("updated", equalTo(1))
                .body("created", equalTo(2))
                .body("rejected", equalTo(0));
        assertThat(count(event, "CONFIRMED"), is(2L));
        assertThat(count(event, "WAITLISTED"), is(1L));
    }
}
