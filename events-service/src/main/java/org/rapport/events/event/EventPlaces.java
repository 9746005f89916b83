package org.rapport.events.event;

import java.time.Instant;

/**
 * What decides on who gets a place at an event; held, so that nobody else decides meanwhile.
 *
 * @param capacity null if there are places for everybody
 */
public record EventPlaces(Integer capacity, EventStatus status, RegistrationMode mode, Instant startsAt) {

    /** Whether participants may apply by themselves. */
    public boolean isOpenToApply() {
        return mode != RegistrationMode.INVITATION
                && status == EventStatus.SCHEDULED
                && startsAt.isAfter(Instant.now());
    }
}
