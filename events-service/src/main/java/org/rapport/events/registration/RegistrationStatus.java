package org.rapport.events.registration;

import java.util.List;
import java.util.Set;

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

    boolean mayBecome(RegistrationStatus next) {
        return next == this || next().contains(next);
    }

    /** Once it is over, it begins anew or not at all. */
    private Set<RegistrationStatus> next() {
        return switch (this) {
            case APPLIED -> Set.of(WAITLISTED, CONFIRMED, REJECTED, WITHDRAWN, CANCELLED);
            case WAITLISTED -> Set.of(CONFIRMED, REJECTED, WITHDRAWN, CANCELLED);
            case CONFIRMED -> Set.of(WAITLISTED, REJECTED, WITHDRAWN, CANCELLED);
            case CANCELLED, REJECTED, WITHDRAWN -> Set.of(APPLIED, WAITLISTED, CONFIRMED);
        };
    }

    /** Whether somebody with it comes, or may come. */
    boolean isStanding() {
        return BY_STRENGTH.contains(this);
    }
}
