package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** Commitments of attendees to other attendees, and the days on which they were kept. */
final class Promises {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, event_id, counterpart_id
              from commitment
             where counterpart_id is not null and (:events::uuid[] is null or event_id = any(:events))
            """);

    private final long[] keys;
    private final int[] days;

    private Promises(long[] keys) {
        this.keys = keys;
        this.days = new int[keys.length];
    }

    static Promises none() {
        return new Promises(new long[0]);
    }

    static Promises read(Connection connection, Collection<UUID> scope, Records records, NumberedEvents events)
            throws SQLException {
        LongStream.Builder keys = LongStream.builder();
        try (PreparedStatement statement = QUERY.with("events", scope).prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int person = records.person(row.getObject(1, UUID.class));
                    int event = events.number(row.getObject(2, UUID.class));
                    int counterpart = records.person(row.getObject(3, UUID.class));
                    if (person >= 0 && event >= 0 && counterpart >= 0) {
                        int at = records.attendance(person, event);
                        if (at >= 0) {
                            keys.add(key(at, counterpart));
                        }
                    }
                }
            }
        }
        return new Promises(keys.build().sorted().distinct().toArray());
    }

    private static long key(int attendance, int counterpart) {
        return (long) attendance << Integer.SIZE | counterpart;
    }

    /** Notes an exchange with somebody, so many days after the event. */
    void exchanged(int attendance, int counterpart, int day) {
        int at = Arrays.binarySearch(keys, key(attendance, counterpart));
        if (at >= 0 && (days[at] == 0 || day < days[at])) {
            days[at] = day;
        }
    }

    /** The day on which what was promised to somebody was kept; -1 if it never was. */
    long keptOn(int attendance, int counterpart) {
        int at = counterpart < 0 ? -1 : Arrays.binarySearch(keys, key(attendance, counterpart));
        return at < 0 || days[at] == 0 ? -1 : days[at];
    }
}
