package org.rapport.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.rapport.kit.paging.Page;
import org.rapport.kit.problem.DatabaseProblems;

/** What the consumer put aside, oldest first. */
@ApplicationScoped
class DeadLetterList {

    /** Enough to see what it is; an operator who needs all of it has the position on Kafka. */
    private static final int MAX_VALUE = 1_024;

    private static final String SELECT = """
            select id, topic, partition, record_offset, record_key, substring(record_value for %d) as record_value,
                   octet_length(record_value) as value_bytes, headers::text, reason, received_at
              from dead_letter where consumer = ? and id > ? order by id limit ?""".formatted(MAX_VALUE);

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    DeadLetterList(DataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    Page<DeadLetterResponse> page(long after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setString(1, ReadModelProjection.NAME);
            statement.setLong(2, after);
            statement.setInt(3, limit + 1);
            List<DeadLetterResponse> items = new ArrayList<>();
            long last = after;
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (items.size() == limit) {
                        return new Page<>(items, PositionCursor.encode(last), null);
                    }
                    items.add(read(row));
                    last = row.getLong("id");
                }
            }
            return new Page<>(items, null, null);
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    long count() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select count(*) from dead_letter where consumer = ?")) {
            statement.setString(1, ReadModelProjection.NAME);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    private DeadLetterResponse read(ResultSet row) throws SQLException {
        byte[] key = row.getBytes("record_key");
        byte[] value = row.getBytes("record_value");
        try {
            return new DeadLetterResponse(
                    row.getString("topic"),
                    row.getInt("partition"),
                    row.getLong("record_offset"),
                    key == null ? null : new String(key, StandardCharsets.UTF_8),
                    row.getString("reason"),
                    mapper.readTree(row.getString("headers")),
                    value == null ? null : Base64.getEncoder().encodeToString(value),
                    row.getObject("value_bytes", Integer.class),
                    row.getObject("received_at", OffsetDateTime.class).toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds valid JSON", e);
        }
    }
}
