package org.rapport.exchanges.exchange;

/** Where an exchange stands. */
public enum ExchangeStatus {
    PROPOSED,
    ACTIVE,
    COMPLETED,
    DECLINED,
    LAPSED
}
