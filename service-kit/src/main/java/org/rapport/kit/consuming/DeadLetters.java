package org.rapport.kit.consuming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Records that could not be read, kept whole with the reason, so that somebody can look. */
final class DeadLetters {

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
            statement.setString(8, reason.replace("\0", ""));
            statement.executeUpdate();
        }
    }

    private String headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            String value = header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            headers.put(header.key().replace("\0", ""), value.replace("\0", ""));
        }
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are plain text", e);
        }
    }
}
