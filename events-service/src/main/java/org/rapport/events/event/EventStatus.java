package org.rapport.events.event;

/** Where an event stands. */
public enum EventStatus {
    DRAFT,
    SCHEDULED,
    HELD,
    CANCELLED,
    POSTPONED
}
