package org.rapport.exchanges.followup;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.consuming.EventConsumer;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;

/** What goes on about follow-ups for as long as the service runs. Mail has a worker of its own: others may be slow to answer. */
@Singleton
class FollowUpJobs {

    private final List<ExclusiveWorker> workers;

    FollowUpJobs(
            DedicatedConnections connections,
            Schedule schedule,
            Invitations invitations,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        workers = List.of(
                new EventConsumer(new FollowUpFacts(), connections, bootstrapServers, mapper, meters),
                new Worker(
                        "follow-up schedule",
                        connections,
                        List.of(invitations::heedSome, schedule::mendSome, schedule::closeSome)),
                new Worker("follow-up invitations", connections, List.of(invitations::handOverSome)));
    }

    void start(@Observes StartupEvent event) {
        workers.forEach(ExclusiveWorker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(ExclusiveWorker::stop);
    }

    /** Does some of something; false if there was nothing to do. */
    private interface Job {
        boolean doSome() throws Exception;
    }

    private static final class Worker extends ExclusiveWorker {

        private static final Duration REST = Duration.ofMillis(500);

        private final List<Job> jobs;

        Worker(String name, DedicatedConnections connections, List<Job> jobs) {
            super(name, connections);
            this.jobs = jobs;
        }

        @Override
        protected void work(Connection connection) throws Exception {
            while (!isStopped()) {
                boolean done = false;
                for (Job job : jobs) {
                    done |= job.doSome();
                }
                succeeded();
                if (!done) {
                    pause(REST);
                }
            }
        }
    }
}
