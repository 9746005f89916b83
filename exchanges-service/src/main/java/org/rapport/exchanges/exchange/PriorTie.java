package org.rapport.exchanges.exchange;

/** How well the two knew each other before. */
public enum PriorTie {
    NONE,
    AWARE,
    ACQUAINTED,
    COLLABORATED
}
