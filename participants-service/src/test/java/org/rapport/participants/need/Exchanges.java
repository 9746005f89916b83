package org.rapport.participants.need;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.rapport.kit.testing.TestStack;

/** Exchanges as exchanges-service tells of them. */
final class Exchanges {

    static final String TOPIC = "rapport.exchanges.v1";
    static final String TIME = "2026-04-20T10:00:00Z";

    private static boolean topicExists;

    private Exchanges() {}

    /** Tells of an exchange, and waits until that has been heeded, if the need that it names is known. */
    static void tell(UUID id, long version, UUID need, UUID a, UUID b, String status) {
        send(id, version, "changed", need, a, b, status);
        awaitHeeded(id, version);
    }

    static void send(UUID id, long version, String verb, UUID need, UUID a, UUID b, String status) {
        String named = need == null ? "" : "\"needId\": \"" + need + "\", ";
        String data = "{\"id\": \"" + id + "\", " + named + "\"participantAId\": \"" + a + "\", \"participantBId\": \""
                + b + "\", \"status\": \"" + status + "\"}";
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, bytes(id.toString()), bytes(data));
        String[][] headers = {
            {"ce_specversion", "1.0"},
            {"ce_id", id + "-" + version},
            {"ce_source", "/exchanges-service"},
            {"ce_type", "org.rapport.exchange." + verb + ".v1"},
            {"ce_subject", id.toString()},
            {"ce_time", TIME},
            {"ce_version", Long.toString(version)}
        };
        for (String[] header : headers) {
            record.headers().add(header[0], bytes(header[1]));
        }
        try {
            if (!topicExists) {
                TestStack.get().createTopic(TOPIC);
                topicExists = true;
            }
            TestStack.get().send(record);
        } catch (Exception e) {
            throw new IllegalStateException("The event could not be sent", e);
        }
    }

    static void awaitHeeded(UUID id, long version) {
        await("exchange_id = ? and version >= ? and not pending", id, version);
    }

    static void awaitTold(UUID id, long version) {
        await("exchange_id = ? and version >= ?", id, version);
    }

    private static void await(String condition, UUID id, long version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(exists(condition, id, version), is(true)));
    }

    private static boolean exists(String condition, UUID id, long version) throws SQLException {
        try (Connection connection = TestStack.get().database();
                PreparedStatement statement =
                        connection.prepareStatement("select 1 from exchange_of_need where " + condition)) {
            statement.setObject(1, id);
            statement.setLong(2, version);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
