package org.rapport.kit.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * What waits to be published.
 *
 * @param oldest when the longest waiting event happened; null if none waits
 */
record Backlog(long events, Instant oldest) {

    static final Backlog NONE = new Backlog(0, null);

    double oldestAgeSeconds() {
        return oldest == null
                ? 0
                : Math.max(0, Duration.between(oldest, Instant.now()).toMillis() / 1000.0);
    }
}
