package org.rapport.events.event;

/** Whom an incentive benefits. */
public enum Beneficiary {
    INDIVIDUAL,
    ORGANISATION
}
