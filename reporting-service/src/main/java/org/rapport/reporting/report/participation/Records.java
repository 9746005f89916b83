package org.rapport.reporting.report.participation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who was to be at which events and whether they came: people in the order of their ids, a number each, and everybody's
 * records one after the other, by the number of the event, so that who met whom is found without asking the database for
 * pairs. Somebody may have none: they are records of the numbered events, the numbers of people are those of all.
 */
public final class Records {

    private final Columns columns;
    private final PeopleTable people;
    private final int[] numbers;
    private final int[] first;
    private final int[] records;
    private final boolean[] consenting;

    /** By records, where they are in the table, and the other way round; null if all of that are of the numbered events. */
    private final int[] places;

    private final int[] ofPlaces;

    Records(Columns columns, NumberedEvents events, Instant asOf) {
        this.columns = columns;
        this.people = columns.people();
        numbers = people.events().stream().mapToInt(events::number).toArray();
        int[] numbered = new int[people.records()];
        first = new int[people.size() + 1];
        consenting = new boolean[people.size()];
        places = IntStream.of(numbers).allMatch(number -> number >= 0) ? null : new int[people.records()];
        ofPlaces = places == null ? null : new int[people.records()];
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        int size = 0;
        int next = 0;
        for (int person = 0; person < people.size(); person++) {
            for (; next < people.recordsEnd(person); next++) {
                int number = numbers[people.event(next)];
                if (places != null) {
                    places[size] = next;
                    ofPlaces[next] = number >= 0 ? size : -1;
                }
                if (number >= 0) {
                    numbered[size++] = number << 1 | people.attended(next);
                }
            }
            first[person + 1] = size;
            consenting[person] = size > first[person] && people.consents(person, at);
        }
        records = size == numbered.length ? numbered : Arrays.copyOf(numbered, size);
    }

    /** Tables about the same people, who have the same numbers in them. */
    Columns columns() {
        return columns;
    }

    /** The number of the event that has a place in the columns; -1 if it isn't numbered. */
    int number(int place) {
        return numbers[place];
    }

    /** Where a record is in the table of all. */
    int place(int at) {
        return places == null ? at : places[at];
    }

    /** The record that is at a place of the table of all; -1 if its event isn't numbered. */
    int at(int place) {
        return ofPlaces == null ? place : ofPlaces[place];
    }

    public boolean consents(int person) {
        return consenting[person];
    }

    public long leftAt(int person) {
        return people.leftAt(person);
    }

    public int people() {
        return people.size();
    }

    public int size() {
        return records.length;
    }

    public UUID id(int person) {
        return people.id(person);
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
