package org.rapport.kit.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
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
        if (config.topic().isEmpty()) {
            relay = null;
            return;
        }
        Counter published = Counter.builder("rapport.outbox.published")
                .description("Events that the broker has acknowledged")
                .register(meters);
        relay = new OutboxRelay(connections, config, "/" + service, bootstrapServers, published::increment);
        Gauge.builder("rapport.outbox.events", relay, r -> r.backlog().events())
                .description("Events that wait to be published")
                .register(meters);
        Gauge.builder("rapport.outbox.oldest.age", relay, r -> r.backlog().oldestAgeSeconds())
                .description("How long the oldest of them has waited")
                .baseUnit("seconds")
                .register(meters);
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
