package org.rapport.reporting.report;

import java.time.Instant;
import java.util.UUID;

/** The events that a report is about; null takes every event. Times are of the event's start, both ends included. */
public record EventFilter(UUID programme, UUID project, UUID event, String country, Instant from, Instant to) {

    /** Whether every event is taken. */
    public boolean takesAll() {
        return equals(new EventFilter(null, null, null, null, null, null));
    }
}
