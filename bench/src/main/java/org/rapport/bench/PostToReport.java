package org.rapport.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long it takes from the 201 of a POST until the report shows what was posted, in a local run that is up: attendances
 * of one event are recorded one after another, and the readiness report of that event is asked until it counts each.
 *
 * <p>Arguments: the port of the first service (8081), a token of an organiser and analyst, and the number of attendances (500).
 */
public final class PostToReport {

    private static final int WARM_UP = 50;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long POLL_MILLIS = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int portBase;
    private final String token;

    private PostToReport(int portBase, String token) {
        this.portBase = portBase;
        this.token = token;
    }

    public static void main(String[] args) throws Exception {
        PostToReport run = new PostToReport(Integer.parseInt(args[0]), args[1]);
        long[] nanos = run.measure(args.length > 2 ? Integer.parseInt(args[2]) : 500);
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "of %d: median %.0f ms, 95 %% under %.0f ms, longest %.0f ms%n",
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 95 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6);
    }

    private long[] measure(int count) throws IOException, InterruptedException {
        String event = post(1, "events", """
                {"title": "Measured", "status": "HELD",\
                "startsAt": "2026-03-01T09:00:00Z", "endsAt": "2026-03-01T17:00:00Z"}""");
        List<String> participants = new ArrayList<>();
        for (int i = 0; i < WARM_UP + count; i++) {
            participants.add(post(0, "participants", """
                    {"givenName": "Measured", "familyName": "Person",\
                    "consents": [{"purpose": "RESEARCH", "givenAt": "2025-01-01T00:00:00Z"}]}"""));
        }
        long[] nanos = new long[count];
        for (int i = 0; i < participants.size(); i++) {
            post(1, "attendances", """
                    {"eventId": "%s", "participantId": "%s", "status": "PRESENT"}""".formatted(event, participants.get(i)));
            long accepted = System.nanoTime();
            awaitCounted(event, i + 1);
            if (i >= WARM_UP) {
                nanos[i - WARM_UP] = System.nanoTime() - accepted;
            }
        }
        return nanos;
    }

    private void awaitCounted(String event, int count) throws IOException, InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            JsonNode report = send(request(3, "reports/readiness?event=" + event), 200);
            if (report.at("/population/participations").asInt() == count) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("The report did not show attendance " + count);
    }

    private String post(int service, String collection, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(service, collection)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(request, 201).get("id").asText();
    }

    private HttpRequest.Builder request(int service, String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + (portBase + service) + "/v1/" + pathAndQuery))
                .header("Authorization", "Bearer " + token);
    }

    private JsonNode send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
