package org.rapport.kit.exclusive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that works while it holds a lock of the database, so that of several instances of a service one works and the
 * others wait to take over. The lock belongs to the session of the connection that the work uses: whoever has lost it
 * cannot commit any more either.
 */
public abstract class ExclusiveWorker {

    private static final Logger LOG = Logger.getLogger(ExclusiveWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String name;
    private final DedicatedConnections connections;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean leading;
    private volatile String lastError;

    @SuppressWarnings("this-escape") // the thread is started later
    protected ExclusiveWorker(String name, DedicatedConnections connections) {
        this.name = name;
        this.connections = connections;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Works on the connection until {@link #isStopped}; what it throws is logged, and the work begun anew. */
    protected abstract void work(Connection connection) throws Exception;

    public final void start() {
        thread.start();
    }

    /** Lets what is in hand finish, and waits for that, but not for ever. */
    public final void stop() {
        stopped.countDown();
        try {
            thread.join(GRACE.toMillis());
            thread.interrupt();
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    protected final boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Pauses, but not beyond the stop. */
    protected final void pause(Duration duration) throws InterruptedException {
        stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Another connection to the same database, without the lock. */
    protected final Connection connect(String purpose) throws SQLException {
        return connections.open("rapport " + name + " " + purpose);
    }

    /** Tells that the work goes well (again). */
    protected final void succeeded() {
        lastError = null;
    }

    /** Whether this instance is the one that works. */
    public final boolean isLeading() {
        return leading;
    }

    /** What keeps the work from going on, or null if nothing does. */
    public final String lastError() {
        return lastError;
    }

    private void run() {
        while (!isStopped()) {
            try (Connection connection = connections.open("rapport " + name)) {
                lead(connection);
            } catch (InterruptedException e) {
                return;
            } catch (Exception | Error e) {
                report(e);
            } finally {
                leading = false;
            }
            try {
                pause(RETRY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void lead(Connection connection) throws Exception {
        while (!isStopped() && !leading) {
            if (lock(connection)) {
                leading = true;
            } else {
                succeeded();
                pause(RETRY);
            }
        }
        if (!isStopped()) {
            work(connection);
        }
    }

    /** Says once what is wrong, not every second for as long as it lasts. */
    private void report(Throwable failure) {
        if (isStopped()) {
            return;
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String error = Objects.requireNonNullElse(root.getMessage(), "Unexpected failure, see the log");
        if (!error.equals(lastError)) {
            LOG.warnf("%s pauses, and tries again every moment: %s", name, root);
        }
        LOG.debugf(failure, "%s failed", name);
        lastError = error;
    }

    private boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 0))")) {
            statement.setString(1, "rapport " + name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
