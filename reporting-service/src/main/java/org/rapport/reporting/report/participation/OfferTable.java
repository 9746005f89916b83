package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** What each person offers and when. */
final class OfferTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, topic, range_send(available)
              from offer
             where participant_id is not null and available is not null
               and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    /** Where each person's offers begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] topics;
    private final long[] since;
    private final long[] until;

    OfferTable(Connection connection, PeopleTable people, Collection<UUID> only, TopicNumbers numbers)
            throws SQLException {
        first = new int[people.size() + 1];
        IntStream.Builder ofTopic = IntStream.builder();
        LongStream.Builder from = LongStream.builder();
        LongStream.Builder to = LongStream.builder();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            if (person >= 0) {
                int topic = numbers.of(row.getString(2));
                Sent.period(row.getBytes(3), (begin, end) -> {
                    first[person + 1]++;
                    ofTopic.add(topic);
                    from.add(begin);
                    to.add(end);
                });
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        topics = ofTopic.build().toArray();
        since = from.build().toArray();
        until = to.build().toArray();
    }

    int first(int person) {
        return first[person];
    }

    int end(int person) {
        return first[person + 1];
    }

    /** Whether it can be had at some moment of a time, its end included. */
    boolean isAvailable(int offer, long from, long to) {
        return since[offer] <= to && until[offer] > from;
    }

    int topic(int offer) {
        return topics[offer];
    }
}
