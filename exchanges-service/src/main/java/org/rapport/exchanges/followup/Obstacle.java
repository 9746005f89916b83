package org.rapport.exchanges.followup;

/** What is in the way of asking a participant. */
public enum Obstacle {
    EVENT_NOT_HELD,
    /** Neither attended nor has a confirmed registration. */
    NOT_INVOLVED,
    /** Nobody is asked after so many days any more. */
    NOT_PLANNED,
    LEFT,
    NO_CONSENT,
    NO_ADDRESS,
    BOUNCED
}
