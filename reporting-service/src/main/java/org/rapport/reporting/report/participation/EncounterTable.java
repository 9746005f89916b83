package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/**
 * The encounters of people at events that both attended, and introductions to each other there that they met after; those of
 * two one after the other, and of these those of one event.
 */
final class EncounterTable {

    private static final int FIRST_CAPACITY = 1_024;
    private static final int INTRODUCTION = Integer.MIN_VALUE;

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_a_id, participant_b_id, event_id, timestamptz_send(met_at), coalesce(duration_seconds, 0)
              from encounter where :events::uuid[] is null or event_id = any(:events)
            union all
            select participant_a_id, participant_b_id, event_id, timestamptz_send(met_at), null
              from introduction where status = 'MET' and (:events::uuid[] is null or event_id = any(:events))
             order by 1, 2, 3
            """);

    private final PeopleTable people;
    private int[] a = new int[FIRST_CAPACITY];
    private int[] b = new int[FIRST_CAPACITY];
    private int[] placesOfA = new int[FIRST_CAPACITY];
    private int[] placesOfB = new int[FIRST_CAPACITY];
    private long[] metAt = new long[FIRST_CAPACITY];
    private int[] seconds = new int[FIRST_CAPACITY];
    private int size;

    /** @param only the events to ask for; null for all */
    EncounterTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        this.people = people;
        Columns.read(connection, QUERY.with("events", only), this::add);
        setCapacity(size);
    }

    private void add(ResultSet row) throws SQLException {
        UUID event = row.getObject(3, UUID.class);
        int place = event == null ? -1 : people.place(event);
        int one = people.person(row.getObject(1, UUID.class));
        int other = people.person(row.getObject(2, UUID.class));
        int atOne = one < 0 ? -1 : people.record(one, place);
        int atOther = other < 0 ? -1 : people.record(other, place);
        if (atOne < 0 || atOther < 0 || people.attended(atOne) == 0 || people.attended(atOther) == 0) {
            return;
        }
        if (size == a.length) {
            setCapacity(size + size / 2);
        }
        a[size] = one;
        b[size] = other;
        placesOfA[size] = atOne;
        placesOfB[size] = atOther;
        metAt[size] = Sent.time(row.getBytes(4));
        int duration = row.getInt(5);
        seconds[size] = row.wasNull() ? INTRODUCTION : duration;
        size++;
    }

    private void setCapacity(int capacity) {
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        placesOfA = Arrays.copyOf(placesOfA, capacity);
        placesOfB = Arrays.copyOf(placesOfB, capacity);
        metAt = Arrays.copyOf(metAt, capacity);
        seconds = Arrays.copyOf(seconds, capacity);
    }

    int size() {
        return size;
    }

    int a(int encounter) {
        return a[encounter];
    }

    int b(int encounter) {
        return b[encounter];
    }

    /** Where the one's record of the event is among all. */
    int placeOfA(int encounter) {
        return placesOfA[encounter];
    }

    int placeOfB(int encounter) {
        return placesOfB[encounter];
    }

    long metAt(int encounter) {
        return metAt[encounter];
    }

    /** How long they were together; nothing, if it isn't known. */
    int seconds(int encounter) {
        return seconds[encounter];
    }

    boolean isIntroduction(int encounter) {
        return seconds[encounter] == INTRODUCTION;
    }
}
