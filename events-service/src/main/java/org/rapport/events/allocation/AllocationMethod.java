package org.rapport.events.allocation;

/** How it came that somebody is to be in a session. */
enum AllocationMethod {
    /** An organiser said so. */
    ASSIGNED,
    /** Chance did, by a stated seed. */
    RANDOMISED
}
