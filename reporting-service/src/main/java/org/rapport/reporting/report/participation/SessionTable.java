package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** At which sessions people were, or where chance put them; sessions are numbered within their event. */
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

    private final IntLists lists;

    private SessionTable(Connection connection, PeopleTable people, NamedQuery.Parameters query) throws SQLException {
        Reading reading = new Reading(people);
        Columns.read(connection, query, reading::take);
        lists = reading.lists();
    }

    /** Takes rows in the order of people. */
    private static final class Reading {

        private final PeopleTable people;
        private final Map<UUID, Integer> numbers = new HashMap<>();
        private final int[] sessionsOfEvents;
        private final LongStream.Builder found = LongStream.builder();

        private Reading(PeopleTable people) {
            this.people = people;
            this.sessionsOfEvents = new int[people.events().size()];
        }

        private void take(ResultSet row) throws SQLException {
            int person = people.person(row.getObject(1, UUID.class));
            UUID event = row.getObject(2, UUID.class);
            UUID session = row.getObject(3, UUID.class);
            int record = person < 0 || event == null ? -1 : people.record(person, people.place(event));
            if (record >= 0) {
                int place = people.event(record);
                int number = numbers.computeIfAbsent(session, next -> sessionsOfEvents[place]++);
                found.add((long) record << Integer.SIZE | number);
            }
        }

        private IntLists lists() {
            long[] sorted = found.build().sorted().toArray();
            IntLists lists = new IntLists(people.recordCount());
            int next = 0;
            for (int record = 0; record < people.recordCount(); record++) {
                for (; next < sorted.length && sorted[next] >> Integer.SIZE == record; next++) {
                    lists.add((int) sorted[next]);
                }
                lists.close();
            }
            return lists;
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

    /** Of each record the sessions. */
    IntLists lists() {
        return lists;
    }
}
