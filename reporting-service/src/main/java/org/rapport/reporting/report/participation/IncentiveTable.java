package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.reporting.report.NamedQuery;

/** For which events each person's registration carries an incentive. */
final class IncentiveTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, event_id
              from registration
             where incentive is not null and participant_id is not null
               and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    /** Where each person's events begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] events;

    IncentiveTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        first = new int[people.size() + 1];
        IntStream.Builder places = IntStream.builder();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            int event = people.place(row.getObject(2, UUID.class));
            if (person >= 0 && event >= 0) {
                first[person + 1]++;
                places.add(event);
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        events = places.build().toArray();
    }

    int first(int person) {
        return first[person];
    }

    int end(int person) {
        return first[person + 1];
    }

    /** The place of the event among those of the people. */
    int event(int incentive) {
        return events[incentive];
    }
}
