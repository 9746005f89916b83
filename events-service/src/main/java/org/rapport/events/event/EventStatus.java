package org.rapport.events.event;

import java.util.Set;

/** Where an event stands. */
public enum EventStatus {
    DRAFT,
    SCHEDULED,
    HELD,
    CANCELLED,
    POSTPONED;

    boolean mayBecome(EventStatus next) {
        return next == this || next().contains(next);
    }

    /** What was held or cancelled remains so. */
    private Set<EventStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(SCHEDULED, CANCELLED);
            case SCHEDULED -> Set.of(HELD, POSTPONED, CANCELLED);
            case POSTPONED -> Set.of(SCHEDULED, HELD, CANCELLED);
            case HELD, CANCELLED -> Set.of();
        };
    }

    /** Whether a place that is freed is one that somebody can take. */
    public boolean isAhead() {
        return this != HELD && this != CANCELLED;
    }
}
