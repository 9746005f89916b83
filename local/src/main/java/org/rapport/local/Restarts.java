package org.rapport.local;

import java.time.Duration;
import java.util.Optional;

/** How often, and after which pause, a service that dies is started again. */
final class Restarts {

    private static final int MAX_IN_A_ROW = 5;
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private int inARow;

    /** The pause before the next start, or nothing if it has died too often in a row. */
    Optional<Duration> next(Duration lived) {
        inARow = lived.compareTo(HEALTHY) >= 0 ? 1 : inARow + 1;
        return inARow > MAX_IN_A_ROW ? Optional.empty() : Optional.of(Duration.ofSeconds(1L << (inARow - 1)));
    }
}
