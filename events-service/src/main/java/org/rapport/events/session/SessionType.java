package org.rapport.events.session;

/** What kind of session it is. */
public enum SessionType {
    PLENARY,
    WORKSHOP,
    NETWORKING,
    PEER_ASSIST,
    ONE_TO_ONE
}
