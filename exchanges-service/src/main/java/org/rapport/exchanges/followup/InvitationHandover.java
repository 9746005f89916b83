package org.rapport.exchanges.followup;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/** Hands invitations over as they are due, apart from all chores: participants-service may be slow to answer. */
@Singleton
class InvitationHandover {

    private final Worker worker;

    InvitationHandover(DedicatedConnections connections, Invitations invitations) {
        worker = new Worker(connections, invitations);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    private static final class Worker extends ExclusiveWorker {

        private static final Duration REST = Duration.ofMillis(500);

        private final Invitations invitations;

        Worker(DedicatedConnections connections, Invitations invitations) {
            super("follow-up invitations", connections);
            this.invitations = invitations;
        }

        @Override
        protected void work(Connection connection) throws Exception {
            while (!isStopped()) {
                boolean done = invitations.handOverSome();
                succeeded();
                if (!done) {
                    pause(REST);
                }
            }
        }
    }
}
