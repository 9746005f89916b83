package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/**
 * The encounters of people who were to be anywhere, and introductions to each other that they met after; those of two one
 * after the other, and of these those of one event.
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
    private int[] events = new int[FIRST_CAPACITY];
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
        int one = place < 0 ? -1 : people.person(row.getObject(1, UUID.class));
        int other = one < 0 ? -1 : people.person(row.getObject(2, UUID.class));
        if (other < 0) {
            return;
        }
        if (size == a.length) {
            setCapacity(size + size / 2);
        }
        a[size] = one;
        b[size] = other;
        events[size] = place;
        metAt[size] = Sent.time(row.getBytes(4));
        int duration = row.getInt(5);
        seconds[size] = row.wasNull() ? INTRODUCTION : duration;
        size++;
    }

    private void setCapacity(int capacity) {
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        events = Arrays.copyOf(events, capacity);
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

    /** The place of the event among those of the people. */
    int event(int encounter) {
        return events[encounter];
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
