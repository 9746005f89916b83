package org.rapport.participants;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/** Does the chores for as long as the service runs, one instance of it at a time. */
@Singleton
class Chores {

    private final Worker worker;

    Chores(DedicatedConnections connections, @All List<Chore> chores) {
        worker = new Worker(connections, chores);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private static final class Worker extends ExclusiveWorker {

        private static final Duration REST = Duration.ofMillis(500);

        private final List<Chore> chores;

        Worker(DedicatedConnections connections, List<Chore> chores) {
            super("chores", connections);
            this.chores = chores;
        }

        @Override
        protected void work(Connection connection) throws InterruptedException {
            while (!isStopped()) {
                boolean done = false;
                for (Chore chore : chores) {
                    done |= chore.doSome();
                }
                succeeded();
                if (!done) {
                    pause(REST);
                }
            }
        }
    }
}
