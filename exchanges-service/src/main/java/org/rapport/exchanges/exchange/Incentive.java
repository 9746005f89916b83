package org.rapport.exchanges.exchange;

/** What somebody got for taking part in an exchange; the codes are those of events. */
public enum Incentive {
    GRANT,
    TRAVEL,
    TIME_RELEASE,
    CREDIT,
    MANDATE,
    CO_AUTHORSHIP
}
