package org.rapport.events.session;

/** How people came to be in a session. */
public enum Allocation {
    OPEN,
    ASSIGNED,
    RANDOMISED
}
