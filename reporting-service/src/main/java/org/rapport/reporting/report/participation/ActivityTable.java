package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** When each person did something in the community of which event. */
public final class ActivityTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, event_id, timestamptz_send(at)
              from community_activity
             where participant_id is not null and at is not null and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    /** Where each person's acts begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] events;
    private final long[] times;

    ActivityTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        first = new int[people.size() + 1];
        IntStream.Builder places = IntStream.builder();
        LongStream.Builder at = LongStream.builder();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            int place = people.place(row.getObject(2, UUID.class));
            if (person >= 0 && place >= 0) {
                first[person + 1]++;
                places.add(place);
                at.add(Sent.time(row.getBytes(3)));
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        events = places.build().toArray();
        times = at.build().toArray();
    }

    public int first(int person) {
        return first[person];
    }

    public int end(int person) {
        return first[person + 1];
    }

    /** The place of the event among those of the people. */
    public int event(int act) {
        return events[act];
    }

    public long at(int act) {
        return times[act];
    }
}
