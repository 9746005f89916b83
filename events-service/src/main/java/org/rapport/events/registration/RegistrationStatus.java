package org.rapport.events.registration;

import java.util.List;

/** Where a registration stands. */
public enum RegistrationStatus {
    APPLIED,
    WAITLISTED,
    CONFIRMED,
    CANCELLED,
    REJECTED,
    WITHDRAWN;

    private static final List<RegistrationStatus> BY_STRENGTH = List.of(CONFIRMED, WAITLISTED, APPLIED);

    /** The one with more of a place in it; of those without any, the first. */
    static RegistrationStatus stronger(RegistrationStatus one, RegistrationStatus other) {
        return BY_STRENGTH.stream()
                .filter(status -> status == one || status == other)
                .findFirst()
                .orElse(one);
    }
}
