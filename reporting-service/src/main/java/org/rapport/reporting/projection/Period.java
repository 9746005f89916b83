package org.rapport.reporting.projection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** From one instant to just before another, which is null when no end is known. */
record Period(Instant from, Instant to) {

    static Period of(Instant from, Instant to) {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end (" + to + ") before it begins (" + from + ")");
        }
        return new Period(from, to);
    }

    /** A period with its end in it, in the database's notation; either end may be open. */
    static String closed(Instant from, Instant to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A period cannot end (" + to + ") before it begins (" + from + ")");
        }
        return "[" + text(from) + "," + text(to) + "]";
    }

    /** In the database's notation of ranges. */
    @JsonValue
    @Override
    public String toString() {
        return "[" + from + "," + text(to) + ")";
    }

    private static String text(Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
