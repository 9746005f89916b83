package org.rapport.exchanges.followup;

/** What somebody answered in general. */
public enum Answer {
    NONE,
    EXCHANGES
}
