package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** The exchanges that count between people who were to be anywhere, those of two one after the other, the first one first. */
final class ExchangeTable {

    private static final int FIRST_CAPACITY = 1_024;
    private static final int BY_A = 1;
    private static final int BY_B = 2;

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_a_id, participant_b_id, timestamptz_send(started_at), timestamptz_send(confirmed_at),
                   initiated_by = participant_a_id, initiated_by = participant_b_id
              from exchange
             where status in ('ACTIVE', 'COMPLETED', 'LAPSED') and started_at is not null
               and (:people::uuid[] is null or participant_a_id = any(:people))
             order by participant_a_id, participant_b_id, started_at
            """);

    private final PeopleTable people;
    private int[] a = new int[FIRST_CAPACITY];
    private int[] b = new int[FIRST_CAPACITY];
    private long[] startedAt = new long[FIRST_CAPACITY];
    private long[] confirmedAt = new long[FIRST_CAPACITY];
    private byte[] initiators = new byte[FIRST_CAPACITY];
    private int size;

    ExchangeTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        this.people = people;
        Columns.read(connection, QUERY.with("people", only), this::add);
        setCapacity(size);
    }

    private void add(ResultSet row) throws SQLException {
        int one = people.person(row.getObject(1, UUID.class));
        int other = people.person(row.getObject(2, UUID.class));
        if (one < 0 || other < 0) {
            return;
        }
        if (size == a.length) {
            setCapacity(size + size / 2);
        }
        a[size] = one;
        b[size] = other;
        startedAt[size] = Sent.time(row.getBytes(3));
        confirmedAt[size] = Sent.time(row.getBytes(4));
        initiators[size] = (byte) ((row.getBoolean(5) ? BY_A : 0) | (row.getBoolean(6) ? BY_B : 0));
        size++;
    }

    private void setCapacity(int capacity) {
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        startedAt = Arrays.copyOf(startedAt, capacity);
        confirmedAt = Arrays.copyOf(confirmedAt, capacity);
        initiators = Arrays.copyOf(initiators, capacity);
    }

    int size() {
        return size;
    }

    int a(int exchange) {
        return a[exchange];
    }

    int b(int exchange) {
        return b[exchange];
    }

    long startedAt(int exchange) {
        return startedAt[exchange];
    }

    /** For ever, if both sides have not confirmed it. */
    long confirmedAt(int exchange) {
        return confirmedAt[exchange];
    }

    boolean byA(int exchange) {
        return (initiators[exchange] & BY_A) != 0;
    }

    boolean byB(int exchange) {
        return (initiators[exchange] & BY_B) != 0;
    }
}
