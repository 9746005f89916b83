package org.rapport.reporting.report.readinessexposure;

import org.rapport.reporting.report.participation.Sessions;

/**
 * Pairs that match, of those who were to be at one event and could be followed.
 *
 * @param exposed pairs of whom both came
 * @param together pairs of whom both came, and were at one session at least
 */
record EventMatches(long exposed, long unexposed, long together) {

    /** From the list of those who match. */
    static EventMatches ofPairs(Memberships memberships, int event, int[] members, MatchCounts matches) {
        for (int at : members) {
            matches.setAlone(at, memberships.matches().marks(at) != 0, memberships.exposed(at));
        }
        long[] counts = new long[3];
        memberships.matches().forEach(event, (one, other) -> {
            if (memberships.bothFollowed(one, other)) {
                boolean exposed = memberships.bothExposed(one, other);
                matches.add(one, other, exposed);
                counts[exposed ? 0 : 1]++;
                counts[2] += exposed && memberships.sessions().overlap(one, other) ? 1 : 0;
            }
        });
        return new EventMatches(counts[0], counts[1], counts[2]);
    }

    /** From how many there are of each kind. */
    static EventMatches ofKinds(Memberships memberships, int[] members, MatchCounts matches) {
        Gathering gathering = new Gathering(memberships, members);
        Attendees attendees = new Attendees(memberships, gathering);
        int[] exposed = new int[gathering.kinds()];
        int[] unexposed = new int[gathering.kinds()];
        long[] together = new long[1];
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
            together[0] += both ? attendees.together(one, other) : 0;
        });
        long twiceExposed = 0;
        long twiceUnexposed = 0;
        for (int kind = 0; kind < gathering.kinds(); kind++) {
            twiceExposed += (long) gathering.people(kind) * exposed[kind];
            twiceUnexposed += (long) gathering.people(kind) * unexposed[kind];
        }
        for (int member = 0; member < members.length; member++) {
            int kind = gathering.kindOf(member);
            matches.set(members[member], kind, exposed[kind], unexposed[kind]);
        }
        return new EventMatches(twiceExposed / 2, twiceUnexposed / 2, together[0]);
    }

    /** Those who came and were at sessions, by kind. */
    private static final class Attendees {

        private final Sessions sessions;
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
                    places[next[gathering.kindOf(member)]++] =
                            sessions.list(gathering.members()[member]);
                }
            }
        }

        /** Pairs of one of the one kind and one of the other, or among one kind. */
        long together(int one, int other) {
            return one == other
                    ? SharedSessions.among(sessions.lists(), places, first[one], first[one + 1])
                    : SharedSessions.between(
                            sessions.lists(), places, first[one], first[one + 1], first[other], first[other + 1]);
        }
    }
}
