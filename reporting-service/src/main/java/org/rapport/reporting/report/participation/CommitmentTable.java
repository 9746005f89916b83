package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** What each person promised at which event, and to whom. */
final class CommitmentTable {

    private static final int TO_COMMUNITY = -1;

    private static final int NOWHERE = -2;

    private static final NamedQuery QUERY = new NamedQuery("""
            select c.participant_id, c.event_id, c.counterpart_id, timestamptz_send(c.stated_at),
                   multirange_send(case when p.status = 'ACTIVE' then p.research_consent end)
              from commitment c
              left join participant p on p.id = c.counterpart_id
             where c.stated_at is not null and (:people::uuid[] is null or c.participant_id = any(:people))
             order by c.participant_id
            """);

    /** Where each person's commitments begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] events;
    private final int[] counterparts;
    private final long[] statedAt;

    /** Begin and end of each period in which somebody who was to be nowhere consents, by the commitment. */
    private final Map<Integer, long[]> consents = new HashMap<>();

    CommitmentTable(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        first = new int[people.size() + 1];
        IntStream.Builder places = IntStream.builder();
        IntStream.Builder persons = IntStream.builder();
        LongStream.Builder times = LongStream.builder();
        int[] size = new int[1];
        Columns.read(connection, QUERY.with("people", only), row -> {
            int person = people.person(row.getObject(1, UUID.class));
            int event = people.place(row.getObject(2, UUID.class));
            if (person >= 0 && event >= 0) {
                first[person + 1]++;
                places.add(event);
                int counterpart = counterpart(row, people);
                if (counterpart == NOWHERE) {
                    consents.put(size[0], consents(row));
                }
                persons.add(counterpart);
                times.add(Sent.time(row.getBytes(4)));
                size[0]++;
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        events = places.build().toArray();
        counterparts = persons.build().toArray();
        statedAt = times.build().toArray();
    }

    private static int counterpart(ResultSet row, PeopleTable people) throws SQLException {
        UUID id = row.getObject(3, UUID.class);
        if (id == null) {
            return TO_COMMUNITY;
        }
        int person = people.person(id);
        return person < 0 ? NOWHERE : person;
    }

    private static long[] consents(ResultSet row) throws SQLException {
        LongStream.Builder bounds = LongStream.builder();
        byte[] sent = row.getBytes(5);
        if (sent != null) {
            Sent.periods(sent, (from, until) -> bounds.add(from).add(until));
        }
        return bounds.build().toArray();
    }

    int size() {
        return events.length;
    }

    int first(int person) {
        return first[person];
    }

    int end(int person) {
        return first[person + 1];
    }

    /** The place of the event among those of the people. */
    int event(int commitment) {
        return events[commitment];
    }

    /** To whom it was made, if it is a person of the columns; negative otherwise. */
    int counterpart(int commitment) {
        return counterparts[commitment];
    }

    boolean isToCommunity(int commitment) {
        return counterparts[commitment] == TO_COMMUNITY;
    }

    long statedAt(int commitment) {
        return statedAt[commitment];
    }

    /** Whether somebody to whom something was promised consents, who may never have been to be anywhere. */
    boolean counterpartConsents(int commitment, PeopleTable people, long at) {
        int counterpart = counterparts[commitment];
        if (counterpart >= 0) {
            return people.consents(counterpart, at);
        }
        long[] bounds = consents.get(commitment);
        for (int i = 0; i < bounds.length; i += 2) {
            if (bounds[i] <= at && at < bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
