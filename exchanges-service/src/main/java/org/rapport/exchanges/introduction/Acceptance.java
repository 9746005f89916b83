package org.rapport.exchanges.introduction;

/** What one of the two says of being introduced. */
public enum Acceptance {
    ACCEPTED,
    DECLINED
}
