package org.rapport.kit.replica;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.consuming.EventConsumer;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.exclusive.ExclusiveWorker;
import org.rapport.kit.idempotency.IdempotencyKeys;
import org.rapport.kit.writing.Following;

/** Keeps the replica up to date, and what names it, for as long as the service runs, if it refers to anything. */
@Singleton
class ReplicaLifecycle {

    private final List<ExclusiveWorker> workers;

    ReplicaLifecycle(
            ReplicaConfig config,
            DedicatedConnections connections,
            EntityManager entityManager,
            References references,
            IdempotencyKeys idempotencyKeys,
            @Any Instance<Following> holders,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        workers = config.kinds().isEmpty()
                ? List.of()
                : List.of(
                        new EventConsumer(
                                new ReplicaProjection(config.kinds().keySet(), config.topics()),
                                connections,
                                bootstrapServers,
                                mapper,
                                meters),
                        new EndingFollower(connections, entityManager, references, idempotencyKeys, holders, mapper));
    }

    void start(@Observes StartupEvent event) {
        workers.forEach(ExclusiveWorker::start);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.forEach(ExclusiveWorker::stop);
    }
}
