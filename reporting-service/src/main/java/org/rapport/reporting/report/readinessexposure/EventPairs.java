package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;

/**
 * The pairs of those who were to be at one event and could be followed, had nobody an exchange.
 *
 * @param exposed people who came
 * @param matchedExposed pairs that match of whom both came
 * @param together pairs of whom both came, and were at one session at least
 * @param sameRandomised pairs whom chance put into one session
 * @param randomised pairs whom chance put into sessions
 */
record EventPairs(
        int followed,
        int exposed,
        long matchedExposed,
        long matchedUnexposed,
        long together,
        long togetherMatched,
        long sameRandomised,
        long randomised) {

    /** @param matches by the places of records, set for those of this event: with how many others somebody matches */
    static EventPairs of(Memberships memberships, Gathering gathering, Matches matches) {
        Attendees attendees = new Attendees(memberships, gathering);
        int[] exposed = new int[gathering.kinds()];
        int[] unexposed = new int[gathering.kinds()];
        long[] togetherMatched = new long[1];
        gathering.forEachMatch((one, other) -> {
            int ones = gathering.people(one);
            int others = gathering.people(other);
            boolean both = gathering.exposed(one) && gathering.exposed(other);
            int[] matched = both ? exposed : unexposed;
            if (one == other) {
                matched[one] += ones - 1;
            } else {
                matched[one] += others;
                matched[other] += ones;
            }
            togetherMatched[0] += both ? attendees.together(one, other) : 0;
        });
        long twiceExposed = 0;
        long twiceUnexposed = 0;
        for (int kind = 0; kind < gathering.kinds(); kind++) {
            twiceExposed += (long) gathering.people(kind) * exposed[kind];
            twiceUnexposed += (long) gathering.people(kind) * unexposed[kind];
        }
        for (int member = 0; member < gathering.followed(); member++) {
            int kind = gathering.kindOf(member);
            matches.set(gathering.members()[member], kind, exposed[kind], unexposed[kind]);
        }
        int[] byChance = Arrays.stream(gathering.members())
                .filter(at ->
                        memberships.exposed(at) && !memberships.randomised().isEmpty(at))
                .toArray();
        return new EventPairs(
                gathering.followed(),
                gathering.exposed(),
                twiceExposed / 2,
                twiceUnexposed / 2,
                attendees.together(),
                togetherMatched[0],
                SharedSessions.among(memberships.randomised(), byChance, 0, byChance.length),
                Gathering.pairs(byChance.length));
    }

    long followedPairs() {
        return Gathering.pairs(followed);
    }

    long exposedPairs() {
        return Gathering.pairs(exposed);
    }

    long unmatchedExposed() {
        return exposedPairs() - matchedExposed;
    }

    long unmatchedUnexposed() {
        return followedPairs() - exposedPairs() - matchedUnexposed;
    }

    /** Those who came and were at sessions, by kind. */
    private static final class Attendees {

        private final IntLists sessions;
        private final int[] first;
        private final int[] places;

        Attendees(Memberships memberships, Gathering gathering) {
            sessions = memberships.sessions();
            first = new int[gathering.kinds() + 1];
            boolean[] attending = new boolean[gathering.followed()];
            for (int member = 0; member < attending.length; member++) {
                int at = gathering.members()[member];
                attending[member] = memberships.exposed(at) && !sessions.isEmpty(at);
                first[gathering.kindOf(member) + 1] += attending[member] ? 1 : 0;
            }
            for (int kind = 0; kind < gathering.kinds(); kind++) {
                first[kind + 1] += first[kind];
            }
            places = new int[first[gathering.kinds()]];
            int[] next = first.clone();
            for (int member = 0; member < attending.length; member++) {
                if (attending[member]) {
                    places[next[gathering.kindOf(member)]++] = gathering.members()[member];
                }
            }
        }

        long together() {
            return SharedSessions.among(sessions, places, 0, places.length);
        }

        /** Pairs of one of the one kind and one of the other, or among one kind. */
        long together(int one, int other) {
            return one == other
                    ? SharedSessions.among(sessions, places, first[one], first[one + 1])
                    : SharedSessions.between(
                            sessions, places, first[one], first[one + 1], first[other], first[other + 1]);
        }
    }
}
