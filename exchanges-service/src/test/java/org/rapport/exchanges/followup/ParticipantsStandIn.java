package org.rapport.exchanges.followup;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.rapport.kit.testing.Elsewhere;
import org.rapport.kit.testing.TestStack;

/** participants-service as this one sees it: it takes mail to be sent, and tells names. */
final class ParticipantsStandIn {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static ParticipantsStandIn running;

    private final List<JsonNode> invitations = new CopyOnWriteArrayList<>();
    private final Map<UUID, String> names = new ConcurrentHashMap<>();
    private final Map<UUID, String> languages = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> needs = new ConcurrentHashMap<>();
    private volatile boolean answering = true;
    private final HttpServer server;

    private ParticipantsStandIn() {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), TestStack.get().otherServicePort()),
                    50);
            server.createContext("/v1/invitations", exchange -> answer(exchange, this::queue));
            server.createContext("/v1/follow-up-people", exchange -> answer(exchange, this::people));
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work);
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static synchronized ParticipantsStandIn get() {
        if (running == null) {
            running = new ParticipantsStandIn();
        }
        running.answering = true;
        return running;
    }

    /** Leaves its place to others. */
    static synchronized void stop() {
        if (running != null) {
            running.server.stop(0);
            running = null;
        }
    }

    void isDown() {
        answering = false;
    }

    /** Somebody who shares their profile under this name. */
    void name(UUID participant, String name) {
        names.put(participant, name);
    }

    void language(UUID participant, String language) {
        languages.put(participant, language);
    }

    void need(UUID participant, UUID need) {
        needs.put(participant, need);
    }

    /** The mail that was asked for about a participant, once it is so much; the same mail asked for again counts once. */
    List<JsonNode> awaitInvitations(UUID participant, int count) {
        List<JsonNode> found = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            found.clear();
            found.addAll(invitationsOf(participant));
            assertThat(found, hasSize(count));
        });
        return found;
    }

    List<JsonNode> invitationsOf(UUID participant) {
        return invitations.stream()
                .filter(invitation -> invitation.path("participantId").asText().equals(participant.toString()))
                .toList();
    }

    /** Lets it be known what became of a mail. */
    void settle(JsonNode invitation, String status, Instant at) {
        Elsewhere.tell(
                "participants",
                "invitation",
                "settled",
                UUID.fromString(invitation.path("id").asText()),
                """
                "participantId": "%s", "followUpId": "%s", "kind": "%s", "status": "%s", "settledAt": "%s"
                """.formatted(
                                invitation.path("participantId").asText(),
                                invitation.path("followUpId").asText(),
                                invitation.path("kind").asText(),
                                status,
                                at));
    }

    private interface Answering {
        JsonNode to(JsonNode question) throws IOException;
    }

    private void answer(HttpExchange exchange, Answering answering) throws IOException {
        JsonNode question = JSON.readTree(exchange.getRequestBody());
        byte[] body = answering.to(question).toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(this.answering ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized JsonNode queue(JsonNode batch) {
        for (JsonNode invitation : batch.path("invitations")) {
            if (answering
                    && invitations.stream().noneMatch(held -> held.path("id").equals(invitation.path("id")))) {
                invitations.add(invitation);
            }
        }
        return JSON.createObjectNode().set("unknownParticipants", JSON.createArrayNode());
    }

    private JsonNode people(JsonNode query) {
        ObjectNode answer = JSON.createObjectNode();
        UUID respondent = UUID.fromString(query.path("respondentId").asText());
        answer.put("language", languages.get(respondent));
        ArrayNode open = answer.putArray("needs");
        if (needs.containsKey(respondent)) {
            open.addObject()
                    .put("id", needs.get(respondent).toString())
                    .put("topic", "Water")
                    .put("description", "Pumps");
        }
        ArrayNode found = answer.putArray("found");
        for (JsonNode question : query.path("questions")) {
            ObjectNode part = found.addObject();
            ArrayNode people = part.putArray("people");
            String q = question.path("q").asText("").toLowerCase();
            int limit = question.path("limit").asInt();
            int skipped = 0;
            boolean more = false;
            for (JsonNode id : question.path("ids")) {
                String name = names.get(UUID.fromString(id.asText()));
                if (name == null
                        || question.hasNonNull("q") && !name.toLowerCase().contains(q)) {
                    continue;
                }
                if (skipped++ < question.path("offset").asInt()) {
                    continue;
                }
                if (people.size() == limit) {
                    more = true;
                    break;
                }
                people.addObject().put("id", id.asText()).put("name", name);
            }
            part.put("more", more);
        }
        return answer;
    }
}
