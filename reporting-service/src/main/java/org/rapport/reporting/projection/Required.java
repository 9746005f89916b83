package org.rapport.reporting.projection;

import java.time.Instant;

/** What an event must satisfy to be applied; one that doesn't becomes a dead letter with these words. */
final class Required {

    private Required() {}

    static void required(Object value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
    }

    static void inOrder(Instant startsAt, Instant endsAt) {
        required(startsAt, "startsAt");
        required(endsAt, "endsAt");
        if (endsAt.isBefore(startsAt)) {
            throw new IllegalArgumentException("endsAt " + endsAt + " is before startsAt " + startsAt);
        }
    }

    static void notNegative(Integer value, String name) {
        if (value != null && value < 0) {
            throw new IllegalArgumentException(name + " is negative: " + value);
        }
    }
}
