package org.rapport.kit.consuming;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far a consumer has come, in its own database. */
final class Positions {

    private Positions() {}

    /** The positions, which until the end of the transaction nobody else changes. */
    static Map<TopicPartition, Long> lock(Connection connection, String consumer) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "rapport position of " + consumer);
            statement.execute();
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select topic, partition, next_offset from consumer_position where consumer = ?")) {
            statement.setString(1, consumer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
        }
        return positions;
    }

    static void write(Connection connection, String consumer, Map<TopicPartition, Long> positions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into consumer_position (consumer, topic, partition, next_offset) values (?, ?, ?, ?)"
                        + " on conflict (consumer, topic, partition) do update set next_offset = excluded.next_offset")) {
            for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
                statement.setString(1, consumer);
                statement.setString(2, position.getKey().topic());
                statement.setInt(3, position.getKey().partition());
                statement.setLong(4, position.getValue());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void forget(Connection connection, String consumer) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("delete from consumer_position where consumer = ?")) {
            statement.setString(1, consumer);
            statement.executeUpdate();
        }
    }
}
