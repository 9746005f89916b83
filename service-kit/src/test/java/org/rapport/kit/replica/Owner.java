package org.rapport.kit.replica;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service that owns participants, as another one sees it. */
final class Owner implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<UUID> known;
    private final List<Set<UUID>> questions = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<String> traceParents = new CopyOnWriteArrayList<>();

    private Owner(Set<UUID> known) throws IOException {
        URI address = URI.create(ConfigProvider.getConfig().getValue(OwnerAddress.PROPERTY, String.class));
        this.known = known;
        this.server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 50);
        this.server.setExecutor(threads);
    }

    static Owner thatKnows(UUID... known) throws IOException {
        Owner owner = new Owner(Set.of(known));
        owner.server.createContext("/v1/references/participant", owner::answer);
        owner.server.start();
        return owner;
    }

    static Owner thatAnswers(int status, String body) throws IOException {
        Owner owner = new Owner(Set.of());
        owner.server.createContext("/", exchange -> send(exchange, status, body));
        owner.server.start();
        return owner;
    }

    static Owner thatNeverAnswers() throws IOException {
        Owner owner = new Owner(Set.of());
        owner.server.createContext("/", exchange -> {});
        owner.server.start();
        return owner;
    }

    /** The ids of each request so far. */
    List<Set<UUID>> questions() {
        return questions;
    }

    List<String> tokens() {
        return tokens;
    }

    List<String> traceParents() {
        return traceParents;
    }

    private void answer(HttpExchange exchange) throws IOException {
        traceParents.addAll(exchange.getRequestHeaders().getOrDefault("traceparent", List.of()));
        tokens.add(exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length()));
        Set<UUID> asked = Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> UUID.fromString(pair.substring("id=".length())))
                .collect(Collectors.toSet());
        questions.add(asked);
        List<String> answer = new ArrayList<>();
        asked.stream().filter(known::contains).forEach(id -> answer.add("\"" + id + "\""));
        send(exchange, 200, "{\"known\":[" + String.join(",", answer) + "],\"later\":\"addition\"}");
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
        threads.shutdownNow();
    }
}
