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
    private final AnswerMoment answer;

    Snapshot(DataSource dataSource, AnswerMoment answer) {
        this.dataSource = dataSource;
        this.answer = answer;
    }

    /** Several queries on one connection. They may be started again, on another one. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    /** Reads the present, or an earlier moment if the reading says that it will do. */
    public <T> T read(Reading<T> reading) {
        Moment moment = null;
        while (true) {
            try {
                T result = read(reading, moment);
                if (moment != null) {
                    answer.set(moment);
                }
                return result;
            } catch (WillDo e) {
                moment = e.moment();
            } catch (SQLException e) {
                if (moment == null || moment.stands()) {
                    throw DatabaseProblems.toProblem(e);
                }
                moment = null;
            }
        }
    }

    private <T> T read(Reading<T> reading, Moment moment) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            try {
                begin(connection);
                if (moment != null) {
                    moment.adopt(connection);
                }
                Completeness.require(connection);
                return reading.from(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    /** Begins a transaction that sees one moment; fetching in portions needs one, too. */
    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            // reports join whole tables: by hashing in memory, and not worth compiling
            statement.execute("set local work_mem = '64MB'");
            statement.execute("set local jit = off");
            // a plan for any parameters would be one for everything, even if few are asked for
            statement.execute("set local plan_cache_mode = force_custom_plan");
        }
    }
}
