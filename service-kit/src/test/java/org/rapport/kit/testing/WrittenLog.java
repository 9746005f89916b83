package org.rapport.kit.testing;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** What the service under test writes to its log meanwhile, as chatty as it is in production, and word for word. */
public final class WrittenLog implements AutoCloseable {

    private final Logger root = Logger.getLogger("");
    private final Level before = root.getLevel();
    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final Handler handler = new AsOnTheConsole();

    public WrittenLog() {
        root.setLevel(Level.INFO);
        root.addHandler(handler);
    }

    /** Every entry so far, with the stack trace that may follow it. */
    public List<String> entries() {
        return entries;
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(before);
    }

    private final class AsOnTheConsole extends ExtHandler {

        private final Handler console = Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .findFirst()
                .orElseThrow();

        @Override
        protected void doPublish(ExtLogRecord entry) {
            if (console.isLoggable(entry)) {
                entries.add(console.getFormatter().format(entry));
            }
        }
    }
}
