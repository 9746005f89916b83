package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** The exchanges that count between people who are known, those of two one after the other, the first one first. */
public final class ExchangeTable {

    private static final int FIRST_CAPACITY = 1_024;
    private static final int BY_A = 1;
    private static final int BY_B = 2;
    private static final int COUNTS = 4;

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_a_id, participant_b_id, timestamptz_send(started_at), timestamptz_send(confirmed_at),
                   initiated_by = participant_a_id, initiated_by = participant_b_id, type,
                   status in ('ACTIVE', 'COMPLETED', 'LAPSED') and started_at is not null
              from exchange
             where participant_a_id is not null and participant_b_id is not null
               and (:people::uuid[] is null or participant_a_id = any(:people))
             order by participant_a_id, participant_b_id, started_at
            """);

    private final Numbers<String> typeNumbers;
    private final ExchangeTable others;
    private int[] a = new int[FIRST_CAPACITY];
    private int[] b = new int[FIRST_CAPACITY];
    private long[] startedAt = new long[FIRST_CAPACITY];
    private long[] confirmedAt = new long[FIRST_CAPACITY];
    private byte[] types = new byte[FIRST_CAPACITY];
    private byte[] flags = new byte[FIRST_CAPACITY];
    private int size;

    ExchangeTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        typeNumbers = new Numbers<>();
        others = new ExchangeTable(typeNumbers);
        Numbers<UUID> unknown = new Numbers<>();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int one = people.person(row.getObject(1, UUID.class));
            int other = people.person(row.getObject(2, UUID.class));
            boolean counts = row.getBoolean(8);
            if (counts && one >= 0 && other >= 0) {
                add(one, other, row, counts);
            } else if (only == null) {
                others.add(
                        one >= 0 ? one : people.size() + unknown.of(row.getObject(1, UUID.class)),
                        other >= 0 ? other : people.size() + unknown.of(row.getObject(2, UUID.class)),
                        row,
                        counts);
            }
        });
        setCapacity(size);
        others.setCapacity(others.size);
    }

    private ExchangeTable(Numbers<String> typeNumbers) {
        this.typeNumbers = typeNumbers;
        this.others = null;
    }

    private void add(int one, int other, ResultSet row, boolean counts) throws SQLException {
        if (size == a.length) {
            setCapacity(size + size / 2);
        }
        a[size] = one;
        b[size] = other;
        startedAt[size] = Sent.time(row.getBytes(3));
        confirmedAt[size] = Sent.time(row.getBytes(4));
        types[size] = (byte) typeNumbers.of(row.getString(7));
        flags[size] = (byte) ((row.getBoolean(5) ? BY_A : 0) | (row.getBoolean(6) ? BY_B : 0) | (counts ? COUNTS : 0));
        size++;
    }

    private void setCapacity(int capacity) {
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        startedAt = Arrays.copyOf(startedAt, capacity);
        confirmedAt = Arrays.copyOf(confirmedAt, capacity);
        types = Arrays.copyOf(types, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    /**
     * All other exchanges: those that don't count, or not yet, and those of people who aren't known (yet), who have numbers
     * above all others here. None are known if the table is about few people.
     */
    public ExchangeTable others() {
        return others;
    }

    /** Whether it counts, be it between people who are known or not. */
    public boolean counts(int exchange) {
        return (flags[exchange] & COUNTS) != 0;
    }

    /** How many types there are; their numbers are less. */
    public int types() {
        return typeNumbers.size();
    }

    /** What a type is called. */
    public String typeOf(int number) {
        return typeNumbers.get(number);
    }

    /** Negative if it has none. */
    public int type(int exchange) {
        return types[exchange];
    }

    public int size() {
        return size;
    }

    public int a(int exchange) {
        return a[exchange];
    }

    public int b(int exchange) {
        return b[exchange];
    }

    /** For ever, if it has not. */
    public long startedAt(int exchange) {
        return startedAt[exchange];
    }

    /** For ever, if both sides have not confirmed it. */
    public long confirmedAt(int exchange) {
        return confirmedAt[exchange];
    }

    boolean byA(int exchange) {
        return (flags[exchange] & BY_A) != 0;
    }

    boolean byB(int exchange) {
        return (flags[exchange] & BY_B) != 0;
    }
}
