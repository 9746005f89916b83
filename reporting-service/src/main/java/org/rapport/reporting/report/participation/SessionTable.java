package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** People in sessions, everybody's in the order of the events; sessions are numbered within their event. */
final class SessionTable {

    private static final NamedQuery ATTENDED = new NamedQuery("""
            select participant_id, event_id, session_id
              from attendance
             where participant_id is not null and session_id is not null and status in ('PRESENT', 'PARTIAL')
               and (:events::uuid[] is null or event_id = any(:events))
             order by participant_id
            """);

    /**
     * Where chance put people, wherever they then went: the experiment is in the allocation. Of sessions whose allocation
     * nobody recorded it is known only who came.
     */
    private static final NamedQuery RANDOMISED = new NamedQuery("""
            select participant_id, event_id, session_id
              from allocation
             where participant_id is not null and method = 'RANDOMISED'
               and (:events::uuid[] is null or event_id = any(:events))
            union all
            select a.participant_id, a.event_id, a.session_id
              from attendance a
              join session s on s.id = a.session_id and s.allocation = 'RANDOMISED'
             where a.participant_id is not null and a.status in ('PRESENT', 'PARTIAL')
               and (:events::uuid[] is null or a.event_id = any(:events))
               and not exists (select from allocation l
                                where l.event_id = a.event_id and l.session_id = a.session_id
                                  and l.method = 'RANDOMISED')
             order by participant_id
            """);

    /** Where each person's begin, and behind the last one where those of the last one end. */
    private final int[] first;

    /** The place of the event, and in the lower half the number of the session. */
    private final long[] sessions;

    private SessionTable(Connection connection, PeopleTable people, NamedQuery.Parameters query) throws SQLException {
        first = new int[people.size() + 1];
        LongStream.Builder found = LongStream.builder();
        Map<UUID, Integer> numbers = new HashMap<>();
        int[] sessionsOfEvents = new int[people.events().size()];
        Columns.read(connection, query, row -> {
            int person = people.person(row.getObject(1, UUID.class));
            int event = people.place(row.getObject(2, UUID.class));
            if (person >= 0 && event >= 0) {
                int number = numbers.computeIfAbsent(row.getObject(3, UUID.class), next -> sessionsOfEvents[event]++);
                first[person + 1]++;
                found.add((long) event << Integer.SIZE | number);
            }
        });
        Arrays.parallelPrefix(first, Integer::sum);
        sessions = found.build().toArray();
        for (int person = 0; person < people.size(); person++) {
            Arrays.sort(sessions, first[person], first[person + 1]);
        }
    }

    /** @param only the events to ask for; null for all */
    static SessionTable attended(Connection connection, PeopleTable people, Collection<UUID> only) throws SQLException {
        return new SessionTable(connection, people, ATTENDED.with("events", only));
    }

    /** @param only the events to ask for; null for all */
    static SessionTable randomised(Connection connection, PeopleTable people, Collection<UUID> only)
            throws SQLException {
        return new SessionTable(connection, people, RANDOMISED.with("events", only));
    }

    int first(int person) {
        return first[person];
    }

    int end(int person) {
        return first[person + 1];
    }

    /** The place of the event among those of the people. */
    int event(int at) {
        return (int) (sessions[at] >> Integer.SIZE);
    }

    int session(int at) {
        return (int) sessions[at];
    }
}
