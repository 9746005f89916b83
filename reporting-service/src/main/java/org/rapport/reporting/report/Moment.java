package org.rapport.reporting.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.rapport.reporting.projection.ReadModelState;

/**
 * A moment of the read model to which other transactions can be put back while this one is open, so that what was read of it
 * into memory agrees with whatever else a report reads.
 */
public final class Moment implements AutoCloseable {

    private final Connection connection;
    private final Duration behind;
    private final String snapshot;
    private final UUID state;
    private final long nanos = System.nanoTime();
    private volatile boolean open = true;

    /**
     * The present one.
     *
     * @param connection on which nothing else is done until the end; it is closed with the moment
     * @param behind for how long it will do in place of a later one
     */
    public Moment(Connection connection, Duration behind) throws SQLException {
        this.connection = connection;
        this.behind = behind;
        Snapshot.begin(connection);
        try (Statement statement = connection.createStatement()) {
            // nobody waits for what is read at it, and others need the processors
            statement.execute("set local max_parallel_workers_per_gather = 0");
            try (ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
                row.next();
                snapshot = row.getString(1);
            }
        }
        state = ReadModelState.current(connection);
    }

    public Connection connection() {
        return connection;
    }

    /** Of the read model; null if it isn't known. */
    public UUID state() {
        return state;
    }

    /** When it was the present one, by {@link System#nanoTime}. */
    long nanos() {
        return nanos;
    }

    /** Whether it will still do. */
    public boolean stands() {
        return open && System.nanoTime() - nanos < behind.toNanos();
    }

    /** Puts a transaction back to it that hasn't asked for anything yet. */
    void adopt(Connection other) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("set transaction snapshot '" + snapshot + "'");
        } catch (SQLException e) {
            // it went by, perhaps with the database's last start
            open = false;
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        open = false;
        try (connection) {
            connection.rollback();
        }
    }
}
