package org.rapport.kit.exclusive;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;

/** Does the chores of a service that has any for as long as it runs, one instance of it at a time. */
@Singleton
class Chores {

    private final List<Worker> workers;

    Chores(DedicatedConnections connections, @All List<Chore> chores) {
        workers = chores.isEmpty() ? List.of() : List.of(new Worker(connections, chores));
    }

    void start(@Observes StartupEvent event) {
        workers.forEach(Worker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(Worker::stop);
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
