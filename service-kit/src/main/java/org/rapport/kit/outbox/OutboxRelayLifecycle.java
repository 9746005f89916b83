package org.rapport.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.exclusive.DedicatedConnections;

/** Runs the relay for as long as the service runs. */
@Singleton
class OutboxRelayLifecycle {

    private final OutboxRelay relay;

    OutboxRelayLifecycle(
            DedicatedConnections connections,
            OutboxConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        Counter published = Counter.builder("rapport.outbox.published")
                .description("Events that the broker has acknowledged")
                .register(meters);
        relay = config.topic().isEmpty()
                ? null
                : new OutboxRelay(connections, config, "/" + service, bootstrapServers, published::increment);
    }

    void start(@Observes StartupEvent event) {
        if (relay != null) {
            relay.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (relay != null) {
            relay.stop();
        }
    }
}
