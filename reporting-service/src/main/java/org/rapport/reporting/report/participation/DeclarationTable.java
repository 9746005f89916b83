package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** When each person declared needs. */
final class DeclarationTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, timestamptz_send(declared_at)
              from need
             where declared_at is not null and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id
            """);

    /** Where each person's times begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final long[] times;

    DeclarationTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        first = new int[people.size() + 1];
        LongStream.Builder declared = LongStream.builder();
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            if (person >= 0) {
                first[person + 1]++;
                declared.add(Sent.time(row.getBytes(2)));
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        times = declared.build().toArray();
    }

    /** How many somebody declared after one moment and not after another one. */
    long declared(int person, long after, long notAfter) {
        long declared = 0;
        for (int i = first[person]; i < first[person + 1]; i++) {
            declared += times[i] > after && times[i] <= notAfter ? 1 : 0;
        }
        return declared;
    }
}
