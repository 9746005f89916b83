package org.rapport.kit.exclusive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
    private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

    private final String name;
    private final DedicatedConnections connections;
    private CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread;
    private volatile boolean leading;
    private volatile String lastError;

    protected ExclusiveWorker(String name, DedicatedConnections connections) {
        this.name = name;
        this.connections = connections;
    }

    /** Works on the connection until {@link #isStopped}; what it throws is logged, and the work begun anew. */
    protected abstract void work(Connection connection) throws Exception;

    public final synchronized void start() {
        stopped = new CountDownLatch(1);
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets what is in hand finish, and waits for that. */
    public final synchronized void stop() {
        stopped.countDown();
        if (thread != null) {
            try {
                thread.join(STOP_LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    protected final boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /** Pauses, but not beyond the stop. */
    protected final void pause(Duration duration) throws InterruptedException {
        stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether this instance is the one that works. */
    public final boolean isLeading() {
        return leading;
    }

    /** What went wrong last, or null if nothing has since it last began to work. */
    public final String lastError() {
        return lastError;
    }

    private void run() {
        while (!isStopped()) {
            try (Connection connection = connections.open("rapport " + name)) {
                if (lock(connection)) {
                    leading = true;
                    lastError = null;
                    work(connection);
                }
                pause(RETRY);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                lastError = e.getMessage();
                LOG.warnf("%s goes on in a moment: %s", name, e);
                LOG.debug("The whole of it", e);
                pauseQuietly();
            } finally {
                leading = false;
            }
        }
    }

    private void pauseQuietly() {
        try {
            pause(RETRY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
