package org.rapport.reporting.report.readinessexposure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.report.readinessexposure.Gathering.Kind;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * Two people who were to be at several events together are several pairs, but not independent ones: for each two events,
 * the pairs among those who were to be at both, by what they were at the one and at the other.
 */
final class SeveralEvents {

    private static final int EXPOSURES = 4;

    private final List<Kind> kinds;
    private final Map<TwoGatherings, List<Both>> common = new HashMap<>();
    private final long[][] pairs = new long[Tallies.CELLS][Tallies.CELLS];

    private record TwoGatherings(Gathering one, Gathering other) {}

    /** People of a kind at one event and of a kind at another. */
    private record Both(Kind one, Kind other, long people) {

        boolean canMatch() {
            return one.canMatch() || other.canMatch();
        }

        int exposures() {
            return (one.exposed() ? 1 : 0) + (other.exposed() ? 2 : 0);
        }
    }

    SeveralEvents(Memberships memberships) {
        kinds = memberships.kinds();
        long[] twoKinds = memberships.twoKinds();
        int from = 0;
        while (from < twoKinds.length) {
            int to = from + 1;
            while (to < twoKinds.length && twoKinds[to] == twoKinds[from]) {
                to++;
            }
            add(twoKinds[from], to - from);
            from = to;
        }
        common.values().forEach(this::count);
    }

    private void add(long numbers, long people) {
        Kind first = kinds.get((int) (numbers >> Integer.SIZE));
        Kind second = kinds.get((int) numbers);
        TwoGatherings swapped = new TwoGatherings(second.gathering(), first.gathering());
        if (common.containsKey(swapped)) {
            common.get(swapped).add(new Both(second, first, people));
        } else {
            common.computeIfAbsent(new TwoGatherings(first.gathering(), second.gathering()), key -> new ArrayList<>())
                    .add(new Both(first, second, people));
        }
    }

    /** As if nobody matched, and then those again of whom somebody might. */
    private void count(List<Both> people) {
        long[] byExposures = new long[EXPOSURES];
        people.forEach(both -> byExposures[both.exposures()] += both.people);
        for (int one = 0; one < EXPOSURES; one++) {
            for (int other = 0; other <= one; other++) {
                long number = one == other ? Gathering.pairs(byExposures[one]) : byExposures[one] * byExposures[other];
                int exposed = one & other;
                pairs[unmatched((exposed & 1) != 0)][unmatched((exposed & 2) != 0)] += number;
            }
        }
        List<Both> matching = people.stream().filter(Both::canMatch).toList();
        for (int i = 0; i < matching.size(); i++) {
            for (int j = 0; j <= i; j++) {
                countMatches(matching.get(i), matching.get(j));
            }
        }
    }

    private void countMatches(Both one, Both other) {
        boolean matchedAtOne = one.one.matches(other.one);
        boolean matchedAtOther = one.other.matches(other.other);
        if (matchedAtOne || matchedAtOther) {
            long number = one.equals(other) ? Gathering.pairs(one.people) : one.people * other.people;
            int exposed = one.exposures() & other.exposures();
            pairs[unmatched((exposed & 1) != 0)][unmatched((exposed & 2) != 0)] -= number;
            pairs[one.one.cellWith(other.one)][one.other.cellWith(other.other)] += number;
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
