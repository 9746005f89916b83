package org.rapport.events.allocation;

/** Which groups of people are spread evenly over the sessions, each by itself. */
enum StratifyBy {
    NONE,
    ORGANISATION
}
