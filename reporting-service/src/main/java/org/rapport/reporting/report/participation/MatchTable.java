package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/**
 * Who needs what another one offers at an event that both are recorded at. Needs that nobody there offers, and offers that
 * nobody there needs, match nothing and are left out. Where the pairs that match are not many more than the people, they are
 * listed.
 */
final class MatchTable {

    private static final int PAIRS_PER_PERSON = 2;
    private static final int MARKS = 16;

    private static final NamedQuery EVENTS = new NamedQuery("""
            select id, timestamptz_send(starts_at), timestamptz_send(ends_at) from event where id = any(:events)
            """);

    private final PeopleTable people;

    /** Of each record twice the number of each topic that is needed, and one more for each that is offered. */
    private final IntLists topics;

    /** A bit or more for what is needed, and as far above for what is offered: several topics may share one. */
    private final int[] marks;

    /** Where the pairs of each event begin, and behind the last one where those of the last one end. */
    private final int[] firstPairs;

    /** Two records each; the one with the smaller number in the upper half. */
    private long[] pairs = new long[PAIRS_PER_PERSON];

    private final BitSet manyPairs = new BitSet();

    MatchTable(Connection connection, PeopleTable people, TopicPeriods needs, TopicPeriods offers) throws SQLException {
        this.people = people;
        this.topics = shared(all(needs, offers, times(connection)));
        this.marks = new int[people.recordCount()];
        for (int record = 0; record < marks.length; record++) {
            for (int i = topics.from(record); i < topics.to(record); i++) {
                int topic = topics.at(i);
                marks[record] |= 1 << (topic >> 1) % MARKS + (topic & 1) * MARKS;
            }
        }
        this.firstPairs = new int[people.events().size() + 1];
        findPairs();
    }

    /** When each event starts and ends, one after the other; never, if it isn't known. */
    private long[] times(Connection connection) throws SQLException {
        long[] times = new long[2 * people.events().size()];
        Arrays.fill(times, Long.MAX_VALUE);
        Columns.read(connection, EVENTS.with("events", people.events()), row -> {
            int place = people.place(row.getObject(1, UUID.class));
            times[2 * place] = Sent.time(row.getBytes(2));
            times[2 * place + 1] = Sent.time(row.getBytes(3));
        });
        return times;
    }

    private IntLists all(TopicPeriods needs, TopicPeriods offers, long[] times) {
        IntLists all = new IntLists(people.recordCount());
        int record = 0;
        for (int person = 0; person < people.size(); person++) {
            for (; record < people.recordsEnd(person); record++) {
                long start = times[2 * people.event(record)];
                long end = times[2 * people.event(record) + 1];
                for (int need = needs.first(person); need < needs.end(person); need++) {
                    if (needs.includes(need, start)) {
                        all.add(needs.topic(need) << 1);
                    }
                }
                for (int offer = offers.first(person); offer < offers.end(person); offer++) {
                    if (offers.meets(offer, start, end)) {
                        all.add(offers.topic(offer) << 1 | 1);
                    }
                }
                all.close();
            }
        }
        return all;
    }

    /** Of what is needed what is offered as well, and the other way round. */
    private IntLists shared(IntLists all) {
        BitSet[] ofEvents = new BitSet[people.events().size()];
        Arrays.setAll(ofEvents, event -> new BitSet());
        for (int record = 0; record < people.recordCount(); record++) {
            for (int i = all.from(record); i < all.to(record); i++) {
                ofEvents[people.event(record)].set(all.at(i));
            }
        }
        IntLists shared = new IntLists(people.recordCount());
        for (int record = 0; record < people.recordCount(); record++) {
            for (int i = all.from(record); i < all.to(record); i++) {
                if (ofEvents[people.event(record)].get(all.at(i) ^ 1)) {
                    shared.add(all.at(i));
                }
            }
            shared.close();
        }
        return shared;
    }

    private void findPairs() {
        int[] next = new int[firstPairs.length];
        for (int record = 0; record < people.recordCount(); record++) {
            next[people.event(record) + 1] += topics.isEmpty(record) ? 0 : 1;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] first = next.clone();
        int[] byEvent = new int[first[first.length - 1]];
        for (int record = 0; record < people.recordCount(); record++) {
            if (!topics.isEmpty(record)) {
                byEvent[next[people.event(record)]++] = record;
            }
        }
        for (int event = 0; event < people.events().size(); event++) {
            findPairs(event, Arrays.copyOfRange(byEvent, first[event], first[event + 1]));
        }
        pairs = Arrays.copyOf(pairs, firstPairs[firstPairs.length - 1]);
    }

    /** @param records of all at the event who may match anybody, in the order of people */
    private void findPairs(int event, int[] records) {
        long[] byTopic = byTopic(records);
        int[] latest = new int[records.length];
        int begin = firstPairs[event];
        int size = begin;
        int most = begin + PAIRS_PER_PERSON * records.length;
        pairs = most <= pairs.length ? pairs : Arrays.copyOf(pairs, most + most / 2);
        for (int i = 0; i < records.length && size < most; i++) {
            for (int j = topics.from(records[i]); j < topics.to(records[i]) && size < most; j++) {
                // what is needed is matched by an offer of it, and the other way round
                long wanted = (long) (topics.at(j) ^ 1) << Integer.SIZE;
                int found = -Arrays.binarySearch(byTopic, wanted - 1) - 1;
                for (; found < byTopic.length && byTopic[found] < (wanted | i) && size < most; found++) {
                    int other = (int) byTopic[found];
                    if (latest[other] != i) {
                        latest[other] = i;
                        pairs[size++] = (long) records[other] << Integer.SIZE | records[i];
                    }
                }
            }
        }
        manyPairs.set(event, size == most && size > begin);
        firstPairs[event + 1] = size == most ? begin : size;
    }

    /** Of each topic, who needs or offers it: first the topic, and then the place among the records. */
    private long[] byTopic(int[] records) {
        int size = 0;
        for (int record : records) {
            size += topics.to(record) - topics.from(record);
        }
        long[] byTopic = new long[size];
        size = 0;
        for (int i = 0; i < records.length; i++) {
            for (int j = topics.from(records[i]); j < topics.to(records[i]); j++) {
                byTopic[size++] = (long) topics.at(j) << Integer.SIZE | i;
            }
        }
        Arrays.sort(byTopic);
        return byTopic;
    }

    IntLists topics() {
        return topics;
    }

    /** 0 for somebody who matches nobody. */
    int marks(int record) {
        return marks[record];
    }

    /** Whether two with these marks may match; most that don't are told by this. */
    static boolean mayMatch(int one, int other) {
        return (one & (other >>> MARKS | other << MARKS)) != 0;
    }

    /** Whether one of two needs what the other offers. */
    boolean match(int one, int other) {
        if (mayMatch(marks[one], marks[other])) {
            for (int i = topics.from(one); i < topics.to(one); i++) {
                for (int j = topics.from(other); j < topics.to(other); j++) {
                    if ((topics.at(i) ^ topics.at(j)) == 1) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether an event has more pairs than are listed. */
    boolean hasManyPairs(int event) {
        return manyPairs.get(event);
    }

    int firstPair(int event) {
        return firstPairs[event];
    }

    int endOfPairs(int event) {
        return firstPairs[event + 1];
    }

    long pair(int place) {
        return pairs[place];
    }
}
