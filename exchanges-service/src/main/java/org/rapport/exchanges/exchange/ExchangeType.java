package org.rapport.exchanges.exchange;

/** What passed between two participants, from least to most binding. */
public enum ExchangeType {
    CONTACT,
    ADVICE,
    RESOURCE,
    JOINT_ACTIVITY,
    JOINT_PRODUCT,
    FUNDING,
    AGREEMENT
}
