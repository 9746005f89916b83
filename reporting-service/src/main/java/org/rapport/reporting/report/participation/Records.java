package org.rapport.reporting.report.participation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who was to be at which events and whether they came: people in the order of their ids, a number each, and everybody's
 * records one after the other, by the number of the event. Four bytes for each record and 28 for each person, so that those
 * of a million participations fit into a small heap and who met whom is found without asking the database for pairs.
 */
public final class Records {

    private static final int FIRST_CAPACITY = 1_024;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] first = new int[FIRST_CAPACITY];
    private int[] records = new int[FIRST_CAPACITY];
    private long[] leftAt = new long[FIRST_CAPACITY];
    private final BitSet consenting = new BitSet();
    private int people;
    private int size;

    /** Adds a record of the person added last, or of one who comes after; no event of a person twice. */
    void add(UUID participant, int event, boolean attended) {
        if (people == 0 || !id(people - 1).equals(participant)) {
            if (people + 1 >= first.length) {
                high = Arrays.copyOf(high, grown(people));
                low = Arrays.copyOf(low, grown(people));
                leftAt = Arrays.copyOf(leftAt, grown(people));
                first = Arrays.copyOf(first, grown(people));
            }
            high[people] = participant.getMostSignificantBits();
            low[people] = participant.getLeastSignificantBits();
            people++;
        }
        if (size == records.length) {
            records = Arrays.copyOf(records, grown(size));
        }
        records[size++] = event << 1 | (attended ? 1 : 0);
        first[people] = size;
    }

    private static int grown(int capacity) {
        return capacity + capacity / 2 + 2;
    }

    /** To be called once all are there. */
    void close() {
        for (int person = 0; person < people; person++) {
            Arrays.sort(records, first[person], first[person + 1]);
        }
    }

    /** Says that the person added last is among those who count, and until when they could be reached. */
    void consents(UUID participant, long until) {
        if (people > 0 && id(people - 1).equals(participant)) {
            consenting.set(people - 1);
            leftAt[people - 1] = until;
        }
    }

    public boolean consents(int person) {
        return consenting.get(person);
    }

    public long leftAt(int person) {
        return leftAt[person];
    }

    public int people() {
        return people;
    }

    public int size() {
        return size;
    }

    public UUID id(int person) {
        return new UUID(high[person], low[person]);
    }

    public IntStream persons() {
        return IntStream.range(0, people);
    }

    /** -1 if nobody with this id was to be anywhere. */
    public int person(UUID id) {
        int from = 0;
        int to = people - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(high[middle], id.getMostSignificantBits());
            if (order == 0) {
                order = Long.compareUnsigned(low[middle], id.getLeastSignificantBits());
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    /** Where somebody's records begin. */
    public int first(int person) {
        return first[person];
    }

    /** Where they end: those of the next one begin there. */
    public int end(int person) {
        return first[person + 1];
    }

    public int event(int at) {
        return records[at] >> 1;
    }

    public boolean attended(int at) {
        return (records[at] & 1) == 1;
    }

    /** Where somebody's attendance of an event is recorded; negative if it isn't. */
    public int attendance(int person, int event) {
        return Arrays.binarySearch(records, first[person], first[person + 1], event << 1 | 1);
    }

    /** Whose record it is. */
    public int owner(int at) {
        int found = Arrays.binarySearch(first, 0, people, at);
        return found >= 0 ? found : -found - 2;
    }

    /** Somebody's record of an event, attended or not; negative if there is none. */
    public int record(int person, int event) {
        int at = attendance(person, event);
        return at >= 0 ? at : Arrays.binarySearch(records, first[person], first[person + 1], event << 1);
    }

    /** Does something with two records of one event. */
    @FunctionalInterface
    public interface OfTwo {
        void take(int one, int other);
    }

    /** Goes through the events that two people attended both. */
    public void common(int one, int other, OfTwo consumer) {
        sameEvents(one, other, (i, j) -> {
            if (attended(i) && attended(j)) {
                consumer.take(i, j);
            }
        });
    }

    /** Goes through the events at which two people were to be both. */
    public void sameEvents(int one, int other, OfTwo consumer) {
        int i = first[one];
        int j = first[other];
        while (i < first[one + 1] && j < first[other + 1]) {
            if (event(i) == event(j)) {
                consumer.take(i, j);
                i++;
                j++;
            } else if (event(i) < event(j)) {
                i++;
            } else {
                j++;
            }
        }
    }
}
