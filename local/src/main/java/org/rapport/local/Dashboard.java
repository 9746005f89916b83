package org.rapport.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The reporting service's view of what has been loaded. */
final class Dashboard {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int POLL_MILLIS = 200;

    private final DataFolder folder;

    Dashboard(DataFolder folder) {
        this.folder = folder;
    }

    /** Waits for the events to arrive, so that the page is not opened on an empty report. */
    void awaitFilled() throws IOException, InterruptedException {
        String token = folder.mint().token("rapport", Set.of("analyst"), Map.of(), Duration.ofMinutes(5));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Welcome.url(folder, Service.REPORTING) + "/v1/reports/readiness"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .timeout(LIMIT)
                .build();
        HttpClient http = HttpClient.newHttpClient();
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 200
                    && new ObjectMapper()
                                    .readTree(response.body())
                                    .at("/population/participations")
                                    .asLong()
                            > 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }
}
