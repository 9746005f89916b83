package org.rapport.kit.replica;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.consuming.EventConsumer;
import org.rapport.kit.exclusive.DedicatedConnections;

/** Keeps the replica up to date for as long as the service runs, if the service refers to anything. */
@Singleton
class ReplicaLifecycle {

    private final EventConsumer consumer;

    ReplicaLifecycle(
            ReplicaConfig config,
            DedicatedConnections connections,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        consumer = config.kinds().isEmpty()
                ? null
                : new EventConsumer(
                        new ReplicaProjection(config.kinds().keySet(), config.topics()),
                        connections,
                        bootstrapServers,
                        mapper,
                        meters);
    }

    void start(@Observes StartupEvent event) {
        if (consumer != null) {
            consumer.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (consumer != null) {
            consumer.stop();
        }
    }
}
