package org.rapport.reporting.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
        int parts = Runtime.getRuntime().availableProcessors();
        count(IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> new Part(end(part, parts), end(part + 1, parts)))
                .toList());
    }

    private int end(int parts, int of) {
        return (int) ((long) network.ties() * parts / of);
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

    /** Some of the ties, as many parts at once as there are processors. */
    private final class Part {

        private static final int FIRST_CAPACITY = 1_024;

        /** For each end of a new tie the event and phase, and in the lower half the node. */
        private long[] joined = new long[FIRST_CAPACITY];

        private int size;

        Part(int firstTie, int end) {
            for (int tie = firstTie; tie < end; tie++) {
                addTie(tie);
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
                join(cell(event, phase), network.a(tie));
                join(cell(event, phase), network.b(tie));
            }
        }

        private void join(int cell, int node) {
            if (size == joined.length) {
                joined = Arrays.copyOf(joined, 2 * size);
            }
            joined[size++] = (long) cell << Integer.SIZE | node;
        }
    }

    /** Somebody may be joined by several ties that are new at the same time. */
    private void count(List<Part> parts) {
        long[] joined = new long[parts.stream().mapToInt(part -> part.size).sum()];
        int size = 0;
        for (Part part : parts) {
            System.arraycopy(part.joined, 0, joined, size, part.size);
            size += part.size;
        }
        Arrays.sort(joined);
        for (int i = 0; i < joined.length; i++) {
            int cell = (int) (joined[i] >> Integer.SIZE);
            ties[cell]++;
            people[cell] += i == 0 || joined[i] != joined[i - 1] ? 1 : 0;
        }
        for (int cell = 0; cell < ties.length; cell++) {
            // both ends were counted
            ties[cell] /= 2;
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
