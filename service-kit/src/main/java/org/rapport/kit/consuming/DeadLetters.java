package org.rapport.kit.consuming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records that could not be read, kept whole with the reason, so that somebody can look. */
final class DeadLetters {

    private static final int MAX_REASON = 1_000;

    private static final String INSERT = """
            insert into dead_letter (consumer, topic, partition, record_offset, record_key, record_value, headers, reason)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing""";

    private final ObjectMapper mapper;

    DeadLetters(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    void keep(Connection connection, String consumer, ConsumerRecord<byte[], byte[]> record, String reason)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, consumer);
            statement.setString(2, record.topic());
            statement.setInt(3, record.partition());
            statement.setLong(4, record.offset());
            statement.setBytes(5, record.key());
            statement.setBytes(6, record.value());
            statement.setString(7, headers(record));
            statement.setString(8, storable(reason.substring(0, Math.min(reason.length(), MAX_REASON))));
            statement.executeUpdate();
        }
    }

    /** Before everything is read again: what is still unreadable then comes back. */
    static void forget(Connection connection, String consumer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from dead_letter where consumer = ?")) {
            statement.setString(1, consumer);
            statement.executeUpdate();
        }
    }

    /** What could not be read of an aggregate is not kept longer than the aggregate. */
    static void forget(Connection connection, Collection<UUID> erased) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from dead_letter where record_key = any (?)")) {
            Object[] keys = erased.stream()
                    .map(id -> id.toString().getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            statement.setArray(1, connection.createArrayOf("bytea", keys));
            statement.executeUpdate();
        }
    }

    private String headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            headers.put(storable(header.key()), storable(value));
        }
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are plain text", e);
        }
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }
}
