package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
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
        if (IntStream.range(0, numbers.length).allMatch(place -> numbers[place] == place)) {
            first = people.recordsFirst();
            records = people.records();
            places = null;
            ofPlaces = null;
        } else {
            first = new int[people.size() + 1];
            places = new int[people.records().length];
            ofPlaces = new int[places.length];
            records = new int[numberRecords()];
            for (int at = 0; at < records.length; at++) {
                records[at] = numbers[people.event(places[at])] << 1 | people.attended(places[at]);
            }
        }
        consenting = new boolean[people.size()];
        long moment = ChronoUnit.MICROS.between(Instant.EPOCH, asOf);
        for (int person = 0; person < consenting.length; person++) {
            consenting[person] = first[person] < first[person + 1] && people.consents(person, moment);
        }
    }

    /** Finds which of all are of numbered events, and how many they are. */
    private int numberRecords() {
        int size = 0;
        for (int person = 0; person < people.size(); person++) {
            for (int place = people.recordsFirst(person); place < people.recordsEnd(person); place++) {
                boolean numbered = numbers[people.event(place)] >= 0;
                ofPlaces[place] = numbered ? size : -1;
                if (numbered) {
                    places[size++] = place;
                }
            }
            first[person + 1] = size;
        }
        return size;
    }

    /** Tables about the same people, who have the same numbers in them. */
    Columns columns() {
        return columns;
    }

    /** Whether others were not read, as it is about few. */
    public boolean areOfFew() {
        return columns.areOfFew();
    }

    /** The number of the event that has a place in the columns; -1 if it isn't numbered. */
    public int number(int place) {
        return numbers[place];
    }

    /** Of everybody, whomever else the records are of. */
    public ConsentTable consents(Connection connection) throws SQLException {
        return columns.consents(connection);
    }

    public FollowUpTable followUps(Connection connection) throws SQLException {
        return columns.followUps(connection);
    }

    public ActivityTable activities(Connection connection) throws SQLException {
        return columns.activities(connection);
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
        return first[people.size()];
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
