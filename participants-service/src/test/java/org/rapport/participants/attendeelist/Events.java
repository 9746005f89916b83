package org.rapport.participants.attendeelist;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.rapport.kit.testing.TestStack;

/** events-service, as this service sees it: it has one event, and takes every import as new but for what it is told to refuse. */
final class Events implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, List<String>> imports = new ConcurrentHashMap<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final String event;
    private volatile String broken = "none";
    private volatile String errors = "";

    private Events(UUID event) throws IOException {
        this.event = "/v1/events/" + event;
        server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), TestStack.get().otherServicePort()),
                50);
        server.createContext("/", this::answer);
        server.start();
    }

    static Events with(UUID event) throws IOException {
        return new Events(event);
    }

    /** From now on an import of this collection fails. */
    void breakImportsOf(String collection) {
        broken = "/v1/" + collection + "/imports";
    }

    void repair() {
        broken = "none";
    }

    /** From now on imports answer with this error, as JSON. */
    void refuse(String error) {
        errors = error;
    }

    /** The rows of the last file of a collection, without the event. */
    List<String> rowsOf(String collection) {
        return imports.getOrDefault("/v1/" + collection + "/imports", List.of());
    }

    List<String> queries() {
        return queries;
    }

    List<String> tokens() {
        return tokens;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals(event)) {
            send(exchange, 200, "{\"title\": \"Lima\", \"timeZone\": \"America/Lima\"}");
        } else if (path.equals(broken) || !path.endsWith("/imports")) {
            send(exchange, path.equals(broken) ? 500 : 404, "{}");
        } else {
            List<String> rows = body.lines()
                    .skip(1)
                    .map(row -> row.substring(row.indexOf(',') + 1))
                    .toList();
            imports.put(path, rows);
            queries.add(path + "?" + exchange.getRequestURI().getQuery());
            int rejected = errors.isEmpty() ? 0 : 1;
            send(exchange, 200, """
                    {"total": %d, "created": %d, "updated": 0, "unchanged": 0, "rejected": %d, "errors": [%s],
                    "later": "addition"}""".formatted(rows.size(), rows.size() - rejected, rejected, errors));
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
