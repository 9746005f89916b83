package org.rapport.participants.need;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.consuming.EventConsumer;
import org.rapport.kit.exclusive.DedicatedConnections;

/** Listens to exchanges-service for as long as this service runs. */
@Singleton
class ExchangeConsumer {

    private final EventConsumer consumer;

    ExchangeConsumer(
            DedicatedConnections connections,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        consumer = new EventConsumer(new ExchangeProjection(), connections, bootstrapServers, mapper, meters);
    }

    void start(@Observes StartupEvent event) {
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.stop();
    }
}
