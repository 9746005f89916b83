package org.rapport.reporting.network;

import java.util.Arrays;
import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/**
 * Who attended each event, and when they became tied to each other. For each tie, the events of its two ends are held against
 * each other: so the work grows with ties and with how much one person attends, and not with the pairs of an event's
 * attendees.
 */
final class Growth {

    private static final int PHASES = Phase.values().length;
    private static final int FIRST_CAPACITY = 1_024;

    private final ExchangeNetwork network;
    private final NumberedEvents events;
    private final Records records;
    private final long window;
    private final int[] attendees;
    private final int[] others;

    /** By event and phase. */
    private final int[] ties;

    private final int[] people;

    /** Who is joined by such ties: event and phase, and in the lower half the node; whoever by several, several times. */
    private long[] joined = new long[FIRST_CAPACITY];

    private int size;

    Growth(ExchangeNetwork network, NumberedEvents events, Records records, int windowDays) {
        this.network = network;
        this.events = events;
        this.records = records;
        this.window = windowDays * NumberedEvents.DAY;
        this.attendees = new int[events.size()];
        this.others = new int[events.size()];
        this.ties = new int[PHASES * events.size()];
        this.people = new int[ties.length];
        countAttendees();
        for (int tie = 0; tie < network.ties(); tie++) {
            addTie(tie);
        }
        countPeople();
    }

    /** Seen from an event; each within the window of it. */
    enum Phase {
        BEFORE,
        DURING,
        AFTER
    }

    private void countAttendees() {
        for (int person = 0; person < records.people(); person++) {
            int[] counts = records.consents(person) ? attendees : others;
            for (int at = records.first(person); at < records.end(person); at++) {
                if (records.attended(at)) {
                    counts[records.event(at)]++;
                }
            }
        }
    }

    private void addTie(int tie) {
        int one = network.person(network.a(tie));
        int other = network.person(network.b(tie));
        int i = records.first(one);
        int j = records.first(other);
        int endOfOne = records.end(one);
        int endOfOther = records.end(other);
        while (i < endOfOne && j < endOfOther) {
            int event = records.event(i);
            int next = records.event(j);
            if (event == next) {
                if (records.attended(i) && records.attended(j)) {
                    addTie(tie, event);
                }
                i++;
                j++;
            } else if (event < next) {
                i++;
            } else {
                j++;
            }
        }
    }

    private void addTie(int tie, int event) {
        long first = network.first(tie);
        if (first >= events.startsAt(event) - window && first <= events.endsAt(event) + window) {
            Phase phase = first < events.startsAt(event)
                    ? Phase.BEFORE
                    : first <= events.endsAt(event) ? Phase.DURING : Phase.AFTER;
            int cell = cell(event, phase);
            ties[cell]++;
            join(cell, network.a(tie));
            join(cell, network.b(tie));
        }
    }

    private void join(int cell, int node) {
        if (size == joined.length) {
            joined = Arrays.copyOf(joined, 2 * size);
        }
        joined[size++] = (long) cell << Integer.SIZE | node;
    }

    private void countPeople() {
        Arrays.sort(joined, 0, size);
        for (int i = 0; i < size; i++) {
            if (i == 0 || joined[i] != joined[i - 1]) {
                people[(int) (joined[i] >> Integer.SIZE)]++;
            }
        }
        joined = null;
    }

    private static int cell(int event, Phase phase) {
        return PHASES * event + phase.ordinal();
    }

    /** How many who consent to research attended an event. */
    long attendees(int event) {
        return attendees[event];
    }

    /** How many who don't. */
    long others(int event) {
        return others[event];
    }

    /** Ties of two who both attended an event, by when they were new. */
    long ties(int event, Phase phase) {
        return ties[cell(event, phase)];
    }

    /** How many people they join. */
    long people(int event, Phase phase) {
        return people[cell(event, phase)];
    }
}
