package org.rapport.kit.testing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;

/** Things of other services: published as their owners would, and known here once that has arrived. */
public final class Elsewhere {

    /** Of one aggregate, what is published later is newer. */
    private static final AtomicLong VERSIONS = new AtomicLong();

    private static final String SHARING = "\"status\": \"ACTIVE\", \"consents\": [{\"purpose\": \"PROFILE_SHARING\","
            + " \"givenAt\": \"2026-01-01T00:00:00Z\"}]";

    private Elsewhere() {}

    public static UUID participant() {
        return published("rapport.participants.v1", "participant", "registered", "\"status\": \"ACTIVE\"");
    }

    public static UUID memberOf(UUID organisation) {
        return published(
                "rapport.participants.v1",
                "participant",
                "registered",
                "\"status\": \"ACTIVE\", \"organisations\": [{\"organisationId\": \"" + organisation + "\"}]");
    }

    public static UUID organisation() {
        return published("rapport.participants.v1", "organisation", "registered", "\"country\": \"PE\"");
    }

    public static UUID event() {
        return published("rapport.events.v1", "event", "scheduled", "\"status\": \"HELD\"");
    }

    public static UUID need() {
        return published("rapport.participants.v1", "need", "declared", "\"status\": \"OPEN\"");
    }

    /** Somebody who lets others see their profile. */
    public static UUID participantWhoShares() {
        return published("rapport.participants.v1", "participant", "registered", SHARING);
    }

    /** Lets somebody who shared their profile do so no more; what becomes of it here is for the test to await. */
    public static void withdrawProfile(UUID participant) {
        publish(
                "rapport.participants.v1",
                "participant",
                "changed",
                participant,
                SHARING.replace("}", ", \"withdrawnAt\": \"2026-02-01T00:00:00Z\"}"));
    }

    public static UUID needOf(UUID participant) {
        return published(
                "rapport.participants.v1",
                "need",
                "declared",
                "\"status\": \"OPEN\", \"participantId\": \"" + participant + "\"");
    }

    public static UUID offerOf(UUID participant) {
        return published("rapport.participants.v1", "offer", "made", "\"participantId\": \"" + participant + "\"");
    }

    /** Lets two meet at an event; what becomes of it here is for the test to await. */
    public static void encounter(UUID event, UUID one, UUID other, String metAt) {
        boolean isInOrder = one.toString().compareTo(other.toString()) < 0;
        publish(
                "rapport.events.v1",
                "encounter",
                "recorded",
                UUID.randomUUID(),
                "\"eventId\": \"%s\", \"participantAId\": \"%s\", \"participantBId\": \"%s\", \"metAt\": \"%s\""
                        .formatted(event, isInOrder ? one : other, isInOrder ? other : one, metAt));
    }

    /** Lets the owner erase a need; what becomes of it here is for the test to await. */
    public static void eraseNeed(UUID need) {
        publish("rapport.participants.v1", "need", "erased", need, "\"status\": \"ERASED\"");
    }

    /** Lets the owner erase a participant; what becomes of it here is for the test to await. */
    public static void erase(UUID participant) {
        publish("rapport.participants.v1", "participant", "erased", participant, "\"status\": \"ERASED\"");
    }

    /** Lets the owner merge a participant into another; what becomes of it here is for the test to await. */
    public static void merge(UUID duplicate, UUID survivor) {
        publish(
                "rapport.participants.v1",
                "participant",
                "merged",
                duplicate,
                "\"status\": \"MERGED\", \"mergedInto\": \"" + survivor + "\"");
    }

    /** Lets an owner tell something of one of its aggregates, as JSON fields beside the id; what becomes of it is to be awaited. */
    public static void tell(String owner, String kind, String verb, UUID id, String state) {
        publish("rapport." + owner + ".v1", kind, verb, id, state);
    }

    private static UUID published(String topic, String kind, String verb, String state) {
        UUID id = UUID.randomUUID();
        publish(topic, kind, verb, id, state);
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(isKnown(kind, id), is(true)));
        return id;
    }

    private static void publish(String topic, String kind, String verb, UUID id, String state) {
        String data = "{\"id\": \"" + id + "\", " + state + "}";
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(id.toString()), bytes(data));
        String[][] headers = {
            {"ce_specversion", "1.0"},
            {"ce_id", id.toString()},
            {"ce_source", "/elsewhere"},
            {"ce_type", "org.rapport." + kind + "." + verb + ".v1"},
            {"ce_subject", id.toString()},
            {"ce_time", "2026-03-01T09:00:00Z"},
            {"ce_version", Long.toString(VERSIONS.getAndIncrement())},
            {"content-type", "application/json"}
        };
        for (String[] header : headers) {
            record.headers().add(header[0], bytes(header[1]));
        }
        try {
            TestStack.get().createTopic(topic);
            TestStack.get().send(record);
        } catch (Exception e) {
            throw new IllegalStateException("The event could not be sent", e);
        }
    }

    private static boolean isKnown(String kind, UUID id) throws SQLException {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from reference_replica where kind = ? and id = ?")) {
            statement.setString(1, kind);
            statement.setObject(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
