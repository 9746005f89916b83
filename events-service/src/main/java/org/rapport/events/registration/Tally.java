package org.rapport.events.registration;

import static org.rapport.events.registration.RegistrationStatus.APPLIED;
import static org.rapport.events.registration.RegistrationStatus.CONFIRMED;
import static org.rapport.events.registration.RegistrationStatus.WAITLISTED;

import org.rapport.events.event.EventPlaces;
import org.rapport.events.event.EventStatus;
import org.rapport.events.event.RegistrationMode;
import org.rapport.kit.problem.Problems;

/** How many have a place at an event, and how many wait for one, while it is being decided who is next. */
final class Tally {

    private final EventPlaces event;
    private long confirmed;
    private long waiting;

    Tally(EventPlaces event, long confirmed, long waiting) {
        this.event = event;
        this.confirmed = confirmed;
        this.waiting = waiting;
    }

    EventPlaces event() {
        return event;
    }

    /** Whether places can run out; they cannot at an event that there is not. */
    static boolean isBounded(Tally tally) {
        return tally != null && tally.event.capacity() != null;
    }

    boolean isFull() {
        return free() <= 0;
    }

    private long free() {
        return event.capacity() == null ? Long.MAX_VALUE : event.capacity() - confirmed;
    }

    /** How many of those who wait can have a place. */
    long toPromote() {
        return event.status().isAhead() ? Math.max(0, Math.min(free(), waiting)) : 0;
    }

    /**
     * What becomes of somebody for whom this status is asked: to be confirmed is to get a place or, if none is left for
     * newcomers, to wait for one. Throws a problem if that cannot be.
     *
     * @param before null if they were not registered yet
     */
    RegistrationStatus admit(RegistrationStatus before, RegistrationStatus asked) {
        if (before != null && !before.mayBecome(asked)) {
            throw Problems.invalid("/status", "TRANSITION_NOT_ALLOWED", "Who is " + before + " cannot become " + asked);
        }
        if (asked == before || !asked.isStanding()) {
            return asked;
        }
        if (event.status() == EventStatus.CANCELLED) {
            throw Problems.invalid("/eventId", "EVENT_CANCELLED", "The event does not take place");
        }
        boolean isForPlace = asked == CONFIRMED || asked == APPLIED && event.mode() == RegistrationMode.OPEN;
        if (!isForPlace) {
            return asked;
        }
        if (before == WAITLISTED) {
            if (isFull()) {
                throw Problems.conflict("EVENT_FULL", "All places are taken");
            }
            return CONFIRMED;
        }
        return free() > waiting ? CONFIRMED : WAITLISTED;
    }

    /** Somebody goes from one status to another; null stands for none. */
    void move(RegistrationStatus before, RegistrationStatus after) {
        confirmed += (after == CONFIRMED ? 1 : 0) - (before == CONFIRMED ? 1 : 0);
        waiting += (after == WAITLISTED ? 1 : 0) - (before == WAITLISTED ? 1 : 0);
    }
}
