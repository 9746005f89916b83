package org.rapport.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.rapport.kit.problem.DatabaseProblems;
import org.rapport.reporting.projection.Completeness;

/** Reads the read model as it is at one moment, so that the parts of a report agree while events go on arriving. */
@ApplicationScoped
public class Snapshot {

    private final DataSource dataSource;

    Snapshot(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Several queries on one connection. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    public <T> T read(Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            // fetching in portions needs a transaction
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
                // reports join whole tables: by hashing in memory, and not worth compiling
                statement.execute("set local work_mem = '64MB'");
                statement.execute("set local jit = off");
                // a plan for any parameters would be one for everything, even if few are asked for
                statement.execute("set local plan_cache_mode = force_custom_plan");
                Completeness.require(connection);
                return reading.from(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }
}
