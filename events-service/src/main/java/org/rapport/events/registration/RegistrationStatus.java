package org.rapport.events.registration;

/** Where a registration stands. */
public enum RegistrationStatus {
    APPLIED,
    WAITLISTED,
    CONFIRMED,
    CANCELLED,
    REJECTED,
    WITHDRAWN
}
