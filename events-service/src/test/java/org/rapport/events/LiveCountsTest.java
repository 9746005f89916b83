package org.rapport.events;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.Api;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.kit.testing.Tokens;

/** Who watches the doors sees how many are there. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class LiveCountsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An open answer; what came so far is in {@code lines}. */
    private record Watcher(HttpResponse<Stream<String>> response, List<String> lines) implements AutoCloseable {

        static Watcher of(UUID event) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://localhost:" + RestAssured.port + "/v1/events/" + event + "/check-ins/live"))
                    .header("Authorization", "Bearer " + Tokens.of("organiser"))
                    .build();
            HttpResponse<Stream<String>> response = HTTP.send(request, HttpResponse.BodyHandlers.ofLines());
            List<String> lines = new CopyOnWriteArrayList<>();
            CompletableFuture.runAsync(() -> {
                Iterator<String> coming = response.body().iterator();
                while (coming.hasNext()) {
                    lines.add(coming.next());
                }
            });
            return new Watcher(response, lines);
        }

        void await(String line) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(lines, hasItem(line)));
        }

        @Override
        public void close() {
            response.body().close();
        }
    }

    private static String counts(UUID event, int checkedIn) {
        return "data:{\"eventId\":\"" + event + "\",\"confirmed\":1,\"checkedIn\":" + checkedIn + ",\"inside\":"
                + checkedIn + ",\"sessions\":[]}";
    }

    @Test
    void countsComeAtOnceAndAgainWhenTheyChangeWithSignsOfLifeBetween() throws Exception {
        UUID event = Meetings.event();
        String token = Doors.token(Doors.registration(event, Elsewhere.participant()));
        try (Watcher watcher = Watcher.of(event)) {
            watcher.await("event:counts");
            watcher.await(counts(event, 0));
            watcher.await(":still here");

            Doors.in(token, event, "2026-03-01T14:05:00Z");

            watcher.await(counts(event, 1));
        }
    }

    @Test
    void noMoreWatchThanMayAndWhoGoesMakesRoom() throws Exception {
        UUID event = Meetings.event();
        String path = "/v1/events/" + event + "/check-ins/live";
        try (Watcher one = Watcher.of(event);
                Watcher other = Watcher.of(event)) {
            assertThat(one.response().statusCode(), is(200));
            other.await("event:counts");
            Api.asOrganiser().when().get(path).then().statusCode(503);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (Watcher next = Watcher.of(event)) {
                assertThat(next.response().statusCode(), is(200));
            }
        });
        Api.asOrganiser()
                .when()
                .get("/v1/events/" + UUID.randomUUID() + "/check-ins/live")
                .then()
                .statusCode(404);
    }
}
