package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * Two people who were to be at several events together are several pairs, but not independent ones: for each two events,
 * the pairs among those who were to be at both, by what they were at the one and at the other.
 */
final class SeveralEvents {

    private static final int EXPOSURES = 4;

    private final Memberships memberships;
    private final int[] kindOf;
    private final long[][] pairs = new long[Tallies.CELLS][Tallies.CELLS];

    /** People of a kind at one event and of a kind at another: the places of one of them, and how many they are. */
    private static final class Both {

        private final int one;
        private final int other;
        private long people;

        private Both(int one, int other) {
            this.one = one;
            this.other = other;
        }
    }

    /** @param kindOf by the places of records, what kind the person is of at the event */
    SeveralEvents(Memberships memberships, Gatherings gatherings, int[] kindOf) {
        this.memberships = memberships;
        this.kindOf = kindOf;
        for (int event = 0; event < gatherings.size(); event++) {
            addLater(gatherings.followed(event));
        }
    }

    /** Goes through the people of an event, by the other events that have greater numbers. */
    private void addLater(int[] members) {
        Records records = memberships.records();
        List<int[]> both = new ArrayList<>();
        LongStream.Builder byOther = LongStream.builder();
        for (int at : members) {
            int end = records.end(records.owner(at));
            for (int other = at + 1; other < end; other++) {
                if (memberships.followed().get(other)) {
                    byOther.add((long) records.event(other) << Integer.SIZE | both.size());
                    both.add(new int[] {at, other});
                }
            }
        }
        long[] sorted = byOther.build().toArray();
        Arrays.sort(sorted);
        int from = 0;
        while (from < sorted.length) {
            Map<Long, Both> kinds = new HashMap<>();
            int to = from;
            while (to < sorted.length && sorted[to] >> Integer.SIZE == sorted[from] >> Integer.SIZE) {
                int[] places = both.get((int) sorted[to]);
                kinds.computeIfAbsent(
                                (long) kindOf[places[0]] << Integer.SIZE | kindOf[places[1]],
                                key -> new Both(places[0], places[1]))
                        .people++;
                to++;
            }
            count(kinds.values());
            from = to;
        }
    }

    /** As if nobody matched, and then those again of whom somebody might. */
    private void count(Collection<Both> people) {
        long[] byExposures = new long[EXPOSURES];
        people.forEach(both -> byExposures[exposures(both)] += both.people);
        for (int one = 0; one < EXPOSURES; one++) {
            for (int other = 0; other <= one; other++) {
                long number = one == other ? Gathering.pairs(byExposures[one]) : byExposures[one] * byExposures[other];
                int exposed = one & other;
                pairs[unmatched((exposed & 1) != 0)][unmatched((exposed & 2) != 0)] += number;
            }
        }
        List<Both> matching = people.stream()
                .filter(both -> memberships.canMatch(both.one) || memberships.canMatch(both.other))
                .toList();
        for (int i = 0; i < matching.size(); i++) {
            for (int j = 0; j <= i; j++) {
                countMatches(matching.get(i), matching.get(j));
            }
        }
    }

    private int exposures(Both both) {
        return (memberships.exposed(both.one) ? 1 : 0) + (memberships.exposed(both.other) ? 2 : 0);
    }

    private void countMatches(Both one, Both other) {
        boolean matchedAtOne = memberships.match(one.one, other.one);
        boolean matchedAtOther = memberships.match(one.other, other.other);
        if (matchedAtOne || matchedAtOther) {
            long number = one == other ? Gathering.pairs(one.people) : one.people * other.people;
            int exposed = exposures(one) & exposures(other);
            boolean exposedAtOne = (exposed & 1) != 0;
            boolean exposedAtOther = (exposed & 2) != 0;
            pairs[unmatched(exposedAtOne)][unmatched(exposedAtOther)] -= number;
            pairs[Tallies.cell(matchedAtOne, exposedAtOne, false)][
                    Tallies.cell(matchedAtOther, exposedAtOther, false)] += number;
        }
    }

    private static int unmatched(boolean exposed) {
        return Tallies.cell(false, exposed, false);
    }

    /** Pairs that were added once for each event become pairs that were at both. */
    void addTo(DyadicRelativeRisk risks) {
        for (int x = 0; x < Tallies.CELLS; x++) {
            for (int y = 0; y < Tallies.CELLS; y++) {
                if (pairs[x][y] != 0) {
                    risks.addPairs(
                            pairs[x][y], new Tallies().add(x, 1).add(y, 1).tables());
                    risks.addPairs(-pairs[x][y], new Tallies().add(x, 1).tables());
                    risks.addPairs(-pairs[x][y], new Tallies().add(y, 1).tables());
                }
            }
        }
    }
}
