package org.rapport.exchanges.community;

/** Where a community acts. */
public enum Channel {
    POST,
    CALL,
    MEETING
}
