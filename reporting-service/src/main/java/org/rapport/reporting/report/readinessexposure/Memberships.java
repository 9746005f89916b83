package org.rapport.reporting.report.readinessexposure;

import org.rapport.reporting.report.participation.Matches;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.report.participation.Sessions;

/** What is known of those who were to be at events, by the places of their records. */
final class Memberships {

    private static final int FOLLOWED = 1;
    private static final int EXPOSED = 2;
    private static final int LAST = 4;
    private static final int BITS = 3;

    private final Records records;
    private final NumberedEvents events;
    private final Matches matches;
    private final Sessions sessions;
    private final Sessions randomised;
    /** The event's number, and in the last bits what is known of somebody's being there. */
    private final int[] states;

    /**
     * @param sessions at which people were
     * @param randomised to which chance allocated them, wherever they went
     */
    Memberships(Records records, NumberedEvents events, Matches matches, Sessions sessions, Sessions randomised) {
        this.records = records;
        this.events = events;
        this.matches = matches;
        this.sessions = sessions;
        this.randomised = randomised;
        this.states = new int[records.size()];
    }

    /** @param until an event after which somebody could be followed for the whole window ended by then */
    void follow(int person, long until) {
        boolean consents = records.consents(person);
        int end = records.end(person);
        for (int at = records.first(person); at < end; at++) {
            int event = records.event(at);
            boolean followed = consents && until >= events.endsAt(event);
            boolean exposed = records.attended(at) && !events.isCancelled(event);
            states[at] =
                    event << BITS | (followed ? FOLLOWED : 0) | (exposed ? EXPOSED : 0) | (at + 1 == end ? LAST : 0);
        }
    }

    Records records() {
        return records;
    }

    NumberedEvents events() {
        return events;
    }

    Matches matches() {
        return matches;
    }

    Sessions sessions() {
        return sessions;
    }

    Sessions randomised() {
        return randomised;
    }

    int event(int at) {
        return states[at] >> BITS;
    }

    /** Whether somebody consents and could be followed for the whole window. */
    boolean followed(int at) {
        return (states[at] & FOLLOWED) != 0;
    }

    boolean exposed(int at) {
        return (states[at] & EXPOSED) != 0;
    }

    /** Whether the next record is another person's. */
    boolean isLast(int at) {
        return (states[at] & LAST) != 0;
    }

    boolean bothFollowed(int one, int other) {
        return followed(one) && followed(other);
    }

    boolean bothExposed(int one, int other) {
        return exposed(one) && exposed(other);
    }
}
