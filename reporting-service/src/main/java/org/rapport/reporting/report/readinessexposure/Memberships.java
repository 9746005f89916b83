package org.rapport.reporting.report.readinessexposure;

import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/** What is known of those who were to be at events, by the places of their records: a few numbers each. */
final class Memberships {

    private static final byte FOLLOWED = 1;
    private static final byte EXPOSED = 2;
    private static final byte LAST = 4;

    private static final int MARKS = 16;

    private final Records records;
    private final NumberedEvents events;
    private final byte[] states;

    /** A bit or more for what is needed, and as far above for what is offered: several topics may share one. */
    private final int[] marks;

    private IntLists topics;
    private IntLists sessions;
    private IntLists randomised;

    Memberships(Records records, NumberedEvents events) {
        this.records = records;
        this.events = events;
        this.states = new byte[records.size()];
        this.marks = new int[records.size()];
    }

    Records records() {
        return records;
    }

    NumberedEvents events() {
        return events;
    }

    /** Sets what is known of all records of a person. */
    void add(int person, long followedUntil) {
        boolean consents = records.consents(person);
        int end = records.end(person);
        for (int at = records.first(person); at < end; at++) {
            int event = records.event(at);
            boolean followed = consents && followedUntil >= events.endsAt(event);
            boolean exposed = records.attended(at) && !events.isCancelled(event);
            states[at] = (byte) ((followed ? FOLLOWED : 0) | (exposed ? EXPOSED : 0) | (at + 1 == end ? LAST : 0));
        }
    }

    /**
     * Sets what is both needed and offered at an event: twice the number of each topic that somebody needs, and one more for
     * each that somebody offers.
     */
    void topics(IntLists lists) {
        topics = lists;
        for (int at = 0; at < marks.length; at++) {
            for (int i = lists.from(at); i < lists.to(at); i++) {
                int topic = lists.at(i);
                marks[at] |= 1 << ((topic >> 1) % MARKS + (topic & 1) * MARKS);
            }
        }
    }

    /** Sets at which sessions people were, and to which ones chance allocated them, wherever they went. */
    void sessions(IntLists attended, IntLists byChance) {
        sessions = attended;
        randomised = byChance;
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

    IntLists topics() {
        return topics;
    }

    IntLists sessions() {
        return sessions;
    }

    IntLists randomised() {
        return randomised;
    }

    boolean bothExposed(int one, int other) {
        return exposed(one) && exposed(other);
    }

    /** 0 for somebody who matches nobody. */
    int marks(int at) {
        return marks[at];
    }

    /** Whether two with these marks may match; most that don't are told by this. */
    static boolean mayMatch(int one, int other) {
        return (one & (other >>> MARKS | other << MARKS)) != 0;
    }

    /** Whether one of two needs what the other offers. */
    boolean match(int one, int other) {
        if (!mayMatch(marks[one], marks[other])) {
            return false;
        }
        for (int i = topics.from(one); i < topics.to(one); i++) {
            for (int j = topics.from(other); j < topics.to(other); j++) {
                if ((topics.at(i) ^ topics.at(j)) == 1) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The cell of a pair that had no exchange. */
    private int cell(int one, int other) {
        return Tallies.cell(match(one, other), bothExposed(one, other), false);
    }

    boolean sameSession(int one, int other) {
        return sessions.overlap(one, other);
    }

    /** What pairs two people form, had they no exchange. */
    Tallies pairsOf(int a, int b) {
        Tallies pairs = new Tallies();
        records.sameEvents(a, b, (one, other) -> {
            if (followed(one) && followed(other)) {
                pairs.add(cell(one, other), 1);
            }
        });
        return pairs;
    }
}
