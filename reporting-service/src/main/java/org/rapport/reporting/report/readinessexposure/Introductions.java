package org.rapport.reporting.report.readinessexposure;

import java.util.stream.LongStream;

/** Pairs who met or were introduced to each other at an event to which both came. */
final class Introductions {

    private final Memberships memberships;
    private final LongStream.Builder keys = LongStream.builder();
    private long pairs;
    private long matched;
    private long ofSameSession;
    private long matchedOfSameSession;

    Introductions(Memberships memberships) {
        this.memberships = memberships;
    }

    /** What tells two records from any other two. */
    static long key(int one, int other) {
        return (long) one << Integer.SIZE | other;
    }

    /** @param one the place of the one's record of the event */
    void add(int one, int other) {
        if (memberships.bothFollowed(one, other) && memberships.bothExposed(one, other)) {
            boolean match = memberships.matches().match(one, other);
            boolean sameSession = memberships.sessions().overlap(one, other);
            keys.add(key(one, other));
            pairs++;
            matched += match ? 1 : 0;
            ofSameSession += sameSession ? 1 : 0;
            matchedOfSameSession += match && sameSession ? 1 : 0;
        }
    }

    LongStream keys() {
        return keys.build();
    }

    long pairs() {
        return pairs;
    }

    long matched() {
        return matched;
    }

    long ofSameSession() {
        return ofSameSession;
    }

    long matchedOfSameSession() {
        return matchedOfSameSession;
    }
}
