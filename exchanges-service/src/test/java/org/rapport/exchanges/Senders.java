package org.rapport.exchanges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapport.kit.testing.TestStack;

/** Stands in for participants-service where it is asked whose addresses are. */
final class Senders implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, UUID> participants = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();

    Senders() throws IOException {
        server = HttpServer.create(
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(), TestStack.get().otherServicePort()),
                0);
        server.createContext("/v1/participants/addresses", exchange -> {
            questions.incrementAndGet();
            ArrayNode answer = JSON.createArrayNode();
            for (JsonNode address : JSON.readTree(exchange.getRequestBody()).path("addresses")) {
                UUID participant = participants.get(address.asText());
                answer.add(participant == null ? null : participant.toString());
            }
            byte[] body = JSON.writeValueAsBytes(JSON.createObjectNode().set("participants", answer));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    void are(String address, UUID participant) {
        participants.put(address, participant);
    }

    /** How often it was asked. */
    int questions() {
        return questions.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
