package org.rapport.events.event;

/** What makes it worth the while to take part. */
public enum IncentiveType {
    GRANT,
    TRAVEL,
    TIME_RELEASE,
    CREDIT,
    MANDATE,
    CO_AUTHORSHIP
}
