package org.rapport.reporting.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.rapport.kit.problem.Problems;

/** Keeps reports from answering with half of the facts while the read model is rebuilt. */
public final class Completeness {

    private static final int RETRY_AFTER_SECONDS = 5;

    private static final String MISSING = """
            select exists (
                select from rebuild_target t
                  left join consumer_position p
                    on p.consumer = ? and p.topic = t.topic and p.partition = t.partition
                 where p.next_offset is null or p.next_offset < t.next_offset)""";

    private static final String NOTE = """
            insert into rebuild_target as held (topic, partition, next_offset)
            select topic, partition, next_offset from consumer_position where consumer = ?
            on conflict (topic, partition)
            do update set next_offset = greatest(held.next_offset, excluded.next_offset)""";

    private Completeness() {}

    /** Notes how far the read model has come, before all of it is forgotten: when it is there again, it is whole. */
    static void noteTarget(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setString(1, ReadModelProjection.NAME);
            statement.executeUpdate();
        }
    }

    /** Whether all is there, as the transaction of this connection sees it. */
    static boolean isComplete(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MISSING)) {
            statement.setString(1, ReadModelProjection.NAME);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return !row.getBoolean(1);
            }
        }
    }

    /** Refuses to go on for now if something is missing; to be called in the transaction of the report's queries. */
    public static void require(Connection connection) throws SQLException {
        if (!isComplete(connection)) {
            throw Problems.unavailable("The read model is being rebuilt", RETRY_AFTER_SECONDS);
        }
    }
}
