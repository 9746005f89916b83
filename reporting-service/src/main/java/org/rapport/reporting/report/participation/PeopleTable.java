package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/**
 * Everybody who is known, in the order of their ids: where they were to be and whether they came, which may be nowhere, and
 * when they consent to research.
 */
final class PeopleTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select id, array_send(coalesce(e.attended, '{}')), array_send(coalesce(e.absent, '{}')),
                   multirange_send(case when p.status = 'ACTIVE' then p.research_consent end),
                   timestamptz_send(p.left_at), coalesce(p.status = 'ACTIVE', false)
              from (select unnest(:people::uuid[]) as id
                    union select id from participant where :people::uuid[] is null
                    union select participant_id from participant_events where :people::uuid[] is null) person
              left join participant p using (id)
              left join participant_events e on e.participant_id = id
             order by id
            """);

    private static final NamedQuery ORDER = new NamedQuery("""
            select id from event where id = any(:events) order by ends_at desc, starts_at desc, id desc
            """);

    private final long[] high;
    private final long[] low;
    private final long[] leftAt;
    private final BitSet active;
    private final PeriodLists consents;

    /** Where each person's records begin, in the order of the events, and behind the last one where those of the last one end. */
    private final int[] recordsFirst;

    /** The place of the event in the list of these, and in the last bit whether the person came. */
    private final int[] records;

    private final List<UUID> events = new ArrayList<>();
    private final Map<UUID, Integer> places = new HashMap<>();

    PeopleTable(Connection connection, Collection<UUID> only) throws SQLException {
        Reading reading = new Reading();
        Columns.read(connection, QUERY.with("people", only), reading::take);
        high = reading.high.build().toArray();
        low = reading.low.build().toArray();
        leftAt = reading.leftAt.build().toArray();
        active = reading.active;
        consents = reading.consents.close();
        recordsFirst = reading.recordsFirst.build().toArray();
        records = reading.records.build().toArray();
        order(connection);
    }

    /** Puts everybody's records in the order in which events are numbered for any question, so that it needn't sort. */
    private void order(Connection connection) throws SQLException {
        int[] ordered = new int[events.size()];
        Arrays.fill(ordered, -1);
        List<UUID> inOrder = new ArrayList<>();
        Columns.read(connection, ORDER.with("events", events), row -> {
            UUID event = row.getObject(1, UUID.class);
            ordered[places.get(event)] = inOrder.size();
            inOrder.add(event);
        });
        for (int place = 0; place < ordered.length; place++) {
            if (ordered[place] < 0) {
                ordered[place] = inOrder.size();
                inOrder.add(events.get(place));
            }
        }
        events.clear();
        events.addAll(inOrder);
        for (int place = 0; place < inOrder.size(); place++) {
            places.put(inOrder.get(place), place);
        }
        for (int person = 0; person < size(); person++) {
            for (int at = recordsFirst(person); at < recordsEnd(person); at++) {
                records[at] = ordered[records[at] >> 1] << 1 | records[at] & 1;
            }
            Arrays.sort(records, recordsFirst(person), recordsEnd(person));
        }
    }

    /** Columns that grow. */
    private final class Reading {

        private final LongStream.Builder high = LongStream.builder();
        private final LongStream.Builder low = LongStream.builder();
        private final LongStream.Builder leftAt = LongStream.builder();
        private final BitSet active = new BitSet();
        private final PeriodLists.Reading consents = new PeriodLists.Reading();
        private final IntStream.Builder recordsFirst = IntStream.builder().add(0);
        private final IntStream.Builder records = IntStream.builder();
        private int people;
        private int size;

        private void take(ResultSet row) throws SQLException {
            UUID id = row.getObject(1, UUID.class);
            high.add(id.getMostSignificantBits());
            low.add(id.getLeastSignificantBits());
            Sent.uuids(row.getBytes(2), event -> add(event, 1));
            Sent.uuids(row.getBytes(3), event -> add(event, 0));
            recordsFirst.add(size);
            consents.add(row.getBytes(4));
            leftAt.add(Sent.time(row.getBytes(5)));
            active.set(people++, row.getBoolean(6));
        }

        private void add(UUID event, int attended) {
            Integer place = places.get(event);
            if (place == null) {
                place = events.size();
                places.put(event, place);
                events.add(event);
            }
            records.add(place << 1 | attended);
            size++;
        }
    }

    int size() {
        return high.length;
    }

    UUID id(int person) {
        return new UUID(high[person], low[person]);
    }

    /** -1 if nobody with this id is known. */
    int person(UUID id) {
        int from = 0;
        int to = high.length - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int order = Long.compareUnsigned(high[middle], id.getMostSignificantBits());
            if (order == 0) {
                order = Long.compareUnsigned(low[middle], id.getLeastSignificantBits());
            }
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -1;
    }

    boolean consents(int person, long at) {
        return consents.include(person, at);
    }

    /** Whether somebody neither was merged into another nor erased. */
    boolean isActive(int person) {
        return active.get(person);
    }

    long leftAt(int person) {
        return leftAt[person];
    }

    /** How many were to be at some events. */
    int at(Collection<UUID> asked) {
        boolean[] isAsked = new boolean[events.size()];
        for (UUID event : asked) {
            int place = place(event);
            if (place >= 0) {
                isAsked[place] = true;
            }
        }
        int number = 0;
        for (int person = 0; person < size(); person++) {
            boolean was = false;
            for (int at = recordsFirst(person); at < recordsEnd(person) && !was; at++) {
                was = isAsked[event(at)];
            }
            number += was ? 1 : 0;
        }
        return number;
    }

    /** All events that anybody is recorded at, in the order of {@link NumberedEvents}; their places are those of the records. */
    List<UUID> events() {
        return events;
    }

    /** An event's place in the list of these; -1 if nobody is recorded at it. */
    int place(UUID event) {
        return places.getOrDefault(event, -1);
    }

    /** As they are held, to be read only: twice the place of the event, and one more if it was attended. */
    int[] records() {
        return records;
    }

    int recordCount() {
        return records.length;
    }

    /** Where each person's records begin, and the last one's end; to be read only. */
    int[] recordsFirst() {
        return recordsFirst;
    }

    int recordsFirst(int person) {
        return recordsFirst[person];
    }

    int recordsEnd(int person) {
        return recordsFirst[person + 1];
    }

    int event(int at) {
        return records[at] >> 1;
    }

    int attended(int at) {
        return records[at] & 1;
    }

    /** Somebody's record of an event at this place; negative if there is none. */
    int record(int person, int place) {
        for (int at = recordsFirst(person); at < recordsEnd(person); at++) {
            if (event(at) == place) {
                return at;
            }
        }
        return -1;
    }
}
