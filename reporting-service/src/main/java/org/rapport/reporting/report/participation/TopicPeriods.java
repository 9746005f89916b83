package org.rapport.reporting.report.participation;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** On which topics and when people need or offer something, a period each, everybody's one after the other. */
public final class TopicPeriods {

    /** Where each person's periods begin, and behind the last one where those of the last one end. */
    private final int[] first;

    private final int[] topics;
    private final long[] since;
    private final long[] until;

    private TopicPeriods(Reading reading) {
        first = reading.first;
        Arrays.parallelPrefix(first, Integer::sum);
        topics = reading.topics.build().toArray();
        since = reading.since.build().toArray();
        until = reading.until.build().toArray();
    }

    /** Takes the periods in the order of people. */
    static final class Reading {

        private final Numbers<String> numbers;
        private final int[] first;
        private final IntStream.Builder topics = IntStream.builder();
        private final LongStream.Builder since = LongStream.builder();
        private final LongStream.Builder until = LongStream.builder();

        Reading(int people, Numbers<String> numbers) {
            this.numbers = numbers;
            this.first = new int[people + 1];
        }

        /** @param period a {@code tstzrange} as it is sent, not empty */
        void add(int person, String topic, byte[] period) {
            Sent.period(period, (from, to) -> {
                first[person + 1]++;
                topics.add(numbers.of(topic));
                since.add(from);
                until.add(to);
            });
        }

        TopicPeriods close() {
            return new TopicPeriods(this);
        }
    }

    public int first(int person) {
        return first[person];
    }

    public int end(int person) {
        return first[person + 1];
    }

    public int topic(int period) {
        return topics[period];
    }

    public boolean includes(int period, long time) {
        return since[period] <= time && time < until[period];
    }

    /** Whether it has a moment in common with a time, the end of which is in it. */
    boolean meets(int period, long from, long to) {
        return since[period] <= to && until[period] > from;
    }
}
