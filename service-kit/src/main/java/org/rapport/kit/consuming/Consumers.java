package org.rapport.kit.consuming;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.exclusive.DedicatedConnections;

/** Feeds the projections that are beans of a service for as long as it runs, each for itself. */
@Singleton
class Consumers {

    private final List<EventConsumer> consumers;

    Consumers(
            @All List<Projection> projections,
            DedicatedConnections connections,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        consumers = projections.stream()
                .map(projection -> new EventConsumer(projection, connections, bootstrapServers, mapper, meters))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        consumers.forEach(EventConsumer::start);
    }

    void stop(@Observes ShutdownEvent event) {
        consumers.forEach(EventConsumer::stop);
    }
}
