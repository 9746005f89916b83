package org.rapport.reporting.network;

import org.rapport.reporting.report.participation.NumberedEvents;
import org.rapport.reporting.report.participation.Records;

/**
 * Who attended each event, and when they became tied to each other. For each tie, the events of its two ends are held against
 * each other: so the work grows with ties and with how much one person attends, and not with the pairs of an event's
 * attendees.
 */
final class Growth {

    private static final int PHASES = Phase.values().length;

    private final ExchangeNetwork network;
    private final NumberedEvents events;
    private final Records records;
    private final long window;
    private final int[] attendees;
    private final int[] others;

    /** By event and phase. */
    private final int[] ties;

    private final int[] people;

    /** The last node that was counted among the people. */
    private final int[] latest;

    Growth(ExchangeNetwork network, NumberedEvents events, Records records, int windowDays) {
        this.network = network;
        this.events = events;
        this.records = records;
        this.window = windowDays * NumberedEvents.DAY;
        this.attendees = new int[events.size()];
        this.others = new int[events.size()];
        this.ties = new int[PHASES * events.size()];
        this.people = new int[ties.length];
        this.latest = new int[ties.length];
        countAttendees();
        for (int node = 0; node < network.nodes(); node++) {
            for (int at = network.firstTie(node); at < network.firstTie(node + 1); at++) {
                addTie(node, network.tieOfNode(at), network.neighbour(node, at));
            }
        }
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

    /** From each of its ends: so that people are counted one after the other. */
    private void addTie(int node, int tie, int neighbour) {
        int one = network.person(node);
        int other = network.person(neighbour);
        int i = records.first(one);
        int j = records.first(other);
        while (i < records.end(one) && j < records.end(other)) {
            int event = records.event(i);
            int next = records.event(j);
            if (event == next) {
                if (records.attended(i) && records.attended(j)) {
                    addTie(node, tie, neighbour, event);
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

    private void addTie(int node, int tie, int neighbour, int event) {
        long first = network.first(tie);
        if (first >= events.startsAt(event) - window && first <= events.endsAt(event) + window) {
            Phase phase = first < events.startsAt(event)
                    ? Phase.BEFORE
                    : first <= events.endsAt(event) ? Phase.DURING : Phase.AFTER;
            int cell = cell(event, phase);
            ties[cell] += node < neighbour ? 1 : 0;
            if (latest[cell] != node + 1) {
                latest[cell] = node + 1;
                people[cell]++;
            }
        }
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
