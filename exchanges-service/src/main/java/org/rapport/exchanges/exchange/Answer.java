package org.rapport.exchanges.exchange;

/** What one of the two says of an exchange that is on record. */
public enum Answer {
    CONFIRMED,
    DISPUTED
}
