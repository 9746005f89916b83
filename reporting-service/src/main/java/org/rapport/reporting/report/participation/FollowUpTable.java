package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** After how many days each person is asked what followed an event; when they were, and when they answered. */
public final class FollowUpTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, event_id, days, timestamptz_send(sent_at), timestamptz_send(answered_at)
              from follow_up
             where participant_id is not null and (sent_at is not null or answered_at is not null)
               and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    /** Where each person's begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] events;
    private final int[] days;
    private final long[] sentAt;
    private final long[] answeredAt;

    FollowUpTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        first = new int[people.size() + 1];
        IntStream.Builder places = IntStream.builder();
        IntStream.Builder after = IntStream.builder();
        LongStream.Builder sent = LongStream.builder();
        LongStream.Builder answered = LongStream.builder();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            int place = people.place(row.getObject(2, UUID.class));
            if (person >= 0 && place >= 0) {
                first[person + 1]++;
                places.add(place);
                after.add(row.getInt(3));
                sent.add(Sent.time(row.getBytes(4)));
                answered.add(Sent.time(row.getBytes(5)));
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        events = places.build().toArray();
        days = after.build().toArray();
        sentAt = sent.build().toArray();
        answeredAt = answered.build().toArray();
    }

    public int first(int person) {
        return first[person];
    }

    public int end(int person) {
        return first[person + 1];
    }

    /** The place of the event among those of the people. */
    public int event(int followUp) {
        return events[followUp];
    }

    public int days(int followUp) {
        return days[followUp];
    }

    /** For ever, if it isn't told that it was sent. */
    public long sentAt(int followUp) {
        return sentAt[followUp];
    }

    /** For ever, if it wasn't answered. */
    public long answeredAt(int followUp) {
        return answeredAt[followUp];
    }
}
