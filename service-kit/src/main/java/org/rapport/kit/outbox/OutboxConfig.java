package org.rapport.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where domain events go. */
@ConfigMapping(prefix = "rapport.outbox")
public interface OutboxConfig {

    /** The service's topic; a service without one publishes nothing. */
    Optional<String> topic();

    /** Partitions of the topic, should it have to be made. */
    @WithDefault("6")
    int partitions();

    /** Copies of each partition, should the topic have to be made; -1 for what the broker is set to. */
    @WithDefault("-1")
    short replicationFactor();

    /** Rows handed to the broker at a time. */
    @WithDefault("2000")
    int batchSize();

    /** How long after an erasure its tombstones follow; consumers that lag have so long to see the event. */
    @WithDefault("PT24H")
    Duration tombstoneAfter();
}
