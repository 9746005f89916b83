package org.rapport.reporting.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.consuming.ConsumerState;
import org.rapport.kit.consuming.EventConsumer;
import org.rapport.kit.exclusive.DedicatedConnections;

/** Keeps the read model up to date for as long as the service runs. */
@Singleton
class ProjectionLifecycle {

    private final EventConsumer consumer;

    ProjectionLifecycle(
            ReadModelProjection projection,
            DedicatedConnections connections,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        consumer = new EventConsumer(projection, connections, bootstrapServers, mapper, meters);
    }

    void start(@Observes StartupEvent event) {
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.stop();
    }

    ConsumerState state() {
        return consumer.state();
    }

    void rebuild() {
        consumer.rebuild();
    }
}
