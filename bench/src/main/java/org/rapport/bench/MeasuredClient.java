package org.rapport.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.rapport.local.embedded.LocalIssuer;

/** Asks a service over HTTP as an organiser, one request at a time, and says how long that took. */
final class MeasuredClient {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long POLL_MILLIS = 200;

    private final MeasuredService service;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    MeasuredClient(MeasuredService service, LocalIssuer issuer) {
        this.service = service;
        token = issuer.mint().token("bench", Set.of("organiser"), Map.of(), HOUR);
    }

    void awaitReady() throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < limit && service.isAlive()) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not yet
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        throw new IllegalStateException("The service did not become ready");
    }

    /** Prints the median and the tail of so many different requests; gives the times, in order of length. */
    double[] measure(String what, int requests, IntFunction<String> path) throws IOException, InterruptedException {
        double[] millis = new double[requests];
        for (int i = 0; i < requests; i++) {
            String next = path.apply(i);
            long start = System.nanoTime();
            HttpResponse<String> response = get(next);
            millis[i] = (System.nanoTime() - start) / 1e6;
            if (response.statusCode() != 200) {
                throw new IllegalStateException(next + " " + response.statusCode() + ": " + response.body());
            }
        }
        print(what, millis);
        return millis;
    }

    /** Prints the median and the tail of what was measured. */
    static void print(String what, double[] millis) {
        int requests = millis.length;
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-40s %,6d requests: median %7.1f ms, 95th percentile %7.1f ms, 99th %7.1f ms, longest %7.1f ms%n",
                what,
                requests,
                millis[requests / 2],
                millis[requests * 95 / 100],
                millis[requests * 99 / 100],
                millis[requests - 1]);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return http.send(
                request(path).header("Content-Type", type).POST(body).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path)).header("Authorization", "Bearer " + token);
    }
}
