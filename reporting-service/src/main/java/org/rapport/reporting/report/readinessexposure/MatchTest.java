package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import org.rapport.reporting.report.participation.Matches;

/** Tells which members of an event match, to be asked many times: from a bit for each two if those who do are listed. */
final class MatchTest {

    private static final int MOST_MEMBERS = 2_000;

    private final Matches matches;
    private final int[] members;
    private final int[] marks;
    private final int width;
    private final long[] bits;

    /** @param members places of their records, in the order of people */
    MatchTest(Memberships memberships, int event, int[] members) {
        this.matches = memberships.matches();
        this.members = members;
        this.width = (members.length + Long.SIZE - 1) / Long.SIZE;
        if (matches.areMany(event) || members.length > MOST_MEMBERS) {
            bits = null;
            marks = Arrays.stream(members).map(matches::marks).toArray();
        } else {
            bits = new long[members.length * width];
            marks = null;
            matches.forEach(event, (a, b) -> {
                int one = Arrays.binarySearch(members, a);
                int other = Arrays.binarySearch(members, b);
                if (one >= 0 && other >= 0) {
                    bits[one * width + other / Long.SIZE] |= 1L << other;
                    bits[other * width + one / Long.SIZE] |= 1L << one;
                }
            });
        }
    }

    /** @param one the place of one of them among the members */
    boolean test(int one, int other) {
        return bits == null ? look(one, other) : (bits[one * width + (other >> 6)] >>> other & 1) != 0;
    }

    private boolean look(int one, int other) {
        return Matches.mayMatch(marks[one], marks[other]) && matches.match(members[one], members[other]);
    }
}
