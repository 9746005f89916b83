package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.rapport.reporting.report.NamedQuery;

/** What needs each person declared and when, and what became of them. */
public final class DeclarationTable {

    private static final NamedQuery QUERY = new NamedQuery("""
            select participant_id, timestamptz_send(declared_at), topic, kind, multirange_send(met),
                   multirange_send(withdrawn)
              from need
             where declared_at is not null and (:people::uuid[] is null or participant_id = any(:people))
             order by participant_id, id
            """);

    /** Where each person's needs begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final long[] times;
    private final int[] topics;
    private final int[] kinds;
    private final Numbers<String> kindNumbers = new Numbers<>();
    private final PeriodLists met;
    private final PeriodLists withdrawn;
    private final List<OfUnknown> ofUnknown = new ArrayList<>();

    /** A need of somebody who isn't known (yet). */
    public record OfUnknown(UUID participant, long declaredAt) {}

    DeclarationTable(Connection connection, PeopleTable people, Collection<UUID> only, Numbers<String> topicNumbers)
            throws SQLException {
        first = new int[people.size() + 1];
        Reading reading = new Reading(people, topicNumbers);
        Columns.read(connection, QUERY.with("people", only), reading::take);
        Arrays.parallelPrefix(first, Integer::sum);
        times = reading.declared.build().toArray();
        topics = reading.topics.build().toArray();
        kinds = reading.kinds.build().toArray();
        met = reading.met.close();
        withdrawn = reading.withdrawn.close();
    }

    /** Columns that grow. */
    private final class Reading {

        private final PeopleTable people;
        private final Numbers<String> topicNumbers;
        private final LongStream.Builder declared = LongStream.builder();
        private final IntStream.Builder topics = IntStream.builder();
        private final IntStream.Builder kinds = IntStream.builder();
        private final PeriodLists.Reading met = new PeriodLists.Reading();
        private final PeriodLists.Reading withdrawn = new PeriodLists.Reading();

        Reading(PeopleTable people, Numbers<String> topicNumbers) {
            this.people = people;
            this.topicNumbers = topicNumbers;
        }

        private void take(ResultSet row) throws SQLException {
            UUID participant = row.getObject(1, UUID.class);
            long declaredAt = Sent.time(row.getBytes(2));
            int person = people.person(participant);
            if (person < 0) {
                ofUnknown.add(new OfUnknown(participant, declaredAt));
                return;
            }
            first[person + 1]++;
            declared.add(declaredAt);
            topics.add(topicNumbers.of(row.getString(3)));
            kinds.add(kindNumbers.of(row.getString(4)));
            met.add(row.getBytes(5));
            withdrawn.add(row.getBytes(6));
        }
    }

    /** How many somebody declared after one moment and not after another one. */
    long declared(int person, long after, long notAfter) {
        long declared = 0;
        for (int i = first[person]; i < first[person + 1]; i++) {
            declared += times[i] > after && times[i] <= notAfter ? 1 : 0;
        }
        return declared;
    }

    public int first(int person) {
        return first[person];
    }

    public int end(int person) {
        return first[person + 1];
    }

    public long declaredAt(int need) {
        return times[need];
    }

    /** A number of {@link Columns#topic}. */
    public int topic(int need) {
        return topics[need];
    }

    /** How many kinds there are; their numbers are less. */
    public int kinds() {
        return kindNumbers.size();
    }

    /** Negative if it has none. */
    public int kind(int need) {
        return kinds[need];
    }

    /** What a kind is called. */
    public String kindOf(int number) {
        return kindNumbers.get(number);
    }

    public boolean isMet(int need, long at) {
        return met.include(need, at);
    }

    public boolean isWithdrawn(int need, long at) {
        return withdrawn.include(need, at);
    }

    /** When it was first met; never, if it wasn't. */
    public long metAt(int need) {
        return met.begin(need);
    }

    /** When it was first withdrawn; never, if it wasn't. */
    public long withdrawnAt(int need) {
        return withdrawn.begin(need);
    }

    /** Needs of those who aren't known, everybody's one after the other. */
    public List<OfUnknown> ofUnknown() {
        return ofUnknown;
    }
}
