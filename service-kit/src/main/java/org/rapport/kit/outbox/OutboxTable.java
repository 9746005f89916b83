package org.rapport.kit.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox as the relay sees it. */
final class OutboxTable {

    private static final int COUNT_LIMIT = 1_000_000;

    /** The oldest rows, as many as one batch takes, but no more than memory does. */
    private static final String READ = """
            select id, aggregate_id, type, version, time, trace_parent, data
              from (select *, coalesce(sum(octet_length(data))
                                  over (order by id rows between unbounded preceding and 1 preceding), 0) as bytes_before
                      from outbox order by id limit ?) oldest
             where bytes_before < ?
             order by id""";

    private static final int MAX_BATCH_BYTES = 8_000_000;

    private static final String MOVE_DUE_TOMBSTONES = """
            with due as (
                delete from tombstone
                 where aggregate_id in (select aggregate_id from tombstone where due_at <= now() order by due_at limit 10000)
                returning aggregate_id, type, version)
            insert into outbox (aggregate_id, type, version) select aggregate_id, type, version from due""";

    private OutboxTable() {}

    static List<OutboxRow> oldest(Connection connection, int limit) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, limit);
            statement.setInt(2, MAX_BATCH_BYTES);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new OutboxRow(
                            result.getLong(1),
                            result.getObject(2, UUID.class),
                            result.getString(3),
                            result.getLong(4),
                            result.getObject(5, OffsetDateTime.class).toInstant(),
                            result.getString(6),
                            result.getString(7)));
                }
            }
        }
        return rows;
    }

    /** Lets tombstones that are due follow the events that they belong to. */
    static void addTombstones(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MOVE_DUE_TOMBSTONES)) {
            statement.executeUpdate();
        }
    }

    static void delete(Connection connection, List<OutboxRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from outbox where id = any (?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(OutboxRow::id).toArray()));
            statement.executeUpdate();
        }
    }

    static Backlog backlog(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select count(*), min(time) from (select time from outbox order by id limit ?) oldest")) {
            statement.setInt(1, COUNT_LIMIT);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                OffsetDateTime oldest = result.getObject(2, OffsetDateTime.class);
                return new Backlog(result.getLong(1), oldest == null ? null : oldest.toInstant());
            }
        }
    }
}
