package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.rapport.reporting.report.participation.Records;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * Two people who were to be at several events together are several pairs, but not independent ones: for each two events,
 * the pairs among those who were to be at both, by what they were at the one and at the other.
 */
final class SeveralEvents {

    private static final int EXPOSURES = 4;
    private static final int NONE = -1;

    /** Of so many people it isn't worth finding out who are alike. */
    private static final int FEW_PEOPLE = 64;

    private final Memberships memberships;
    private final Records records;
    private final Matches matches;
    private final long[][] pairs = new long[Tallies.CELLS][Tallies.CELLS];

    /** By another event, the latest of those who were to be at that one, too. */
    private final int[] latest;

    private final int[] others;
    private int[] one = new int[1_024];
    private int[] other = new int[1_024];
    private int[] before = new int[1_024];
    private int size;

    /** People who are alike at both events. */
    private int[] example = new int[FEW_PEOPLE];

    private int[] people = new int[FEW_PEOPLE];
    private int[] marksAtOne = new int[FEW_PEOPLE];
    private int[] marksAtOther = new int[FEW_PEOPLE];

    SeveralEvents(Memberships memberships, Matches matches) {
        this.memberships = memberships;
        this.records = memberships.records();
        this.matches = matches;
        this.latest = new int[memberships.events().size()];
        this.others = new int[latest.length];
        Arrays.fill(latest, NONE);
    }

    /** Goes through the people of an event, by the other events that have greater numbers. */
    void addLater(int[] members) {
        size = 0;
        int events = 0;
        for (int at : members) {
            for (int place = at; !memberships.isLast(place); ) {
                place++;
                if (memberships.followed(place)) {
                    int event = records.event(place);
                    if (latest[event] == NONE) {
                        others[events++] = event;
                    }
                    add(at, place, event);
                }
            }
        }
        for (int i = 0; i < events; i++) {
            count(latest[others[i]]);
            latest[others[i]] = NONE;
        }
    }

    private void add(int at, int place, int event) {
        if (size == one.length) {
            int capacity = size + size / 2;
            one = Arrays.copyOf(one, capacity);
            other = Arrays.copyOf(other, capacity);
            before = Arrays.copyOf(before, capacity);
        }
        one[size] = at;
        other[size] = place;
        before[size] = latest[event];
        latest[event] = size++;
    }

    /** As if nobody matched, and then those again of whom somebody might. */
    private void count(int last) {
        long[] byExposures = new long[EXPOSURES];
        int all = 0;
        for (int both = last; both != NONE; both = before[both]) {
            byExposures[exposures(both)]++;
            all++;
        }
        for (int x = 0; x < EXPOSURES; x++) {
            for (int y = 0; y <= x; y++) {
                long number = x == y ? Gathering.pairs(byExposures[x]) : byExposures[x] * byExposures[y];
                int exposed = x & y;
                pairs[unmatched((exposed & 1) != 0)][unmatched((exposed & 2) != 0)] += number;
            }
        }
        countMatches(alike(last, all));
    }

    private int exposures(int both) {
        return (memberships.exposed(one[both]) ? 1 : 0) + (memberships.exposed(other[both]) ? 2 : 0);
    }

    /** Brings together those who are alike, unless they are few; who cannot match is left aside. */
    private int alike(int last, int all) {
        Map<Long, Integer> numbers = all > FEW_PEOPLE ? new HashMap<>() : null;
        int kinds = 0;
        for (int both = last; both != NONE; both = before[both]) {
            int atOne = memberships.marks(one[both]);
            int atOther = memberships.marks(other[both]);
            if ((atOne | atOther) != 0) {
                int kind = numbers == null ? kinds : numbers.computeIfAbsent(kinds(both), next -> numbers.size());
                if (kind == kinds) {
                    begin(kind, both, atOne, atOther);
                    kinds++;
                }
                people[kind]++;
            }
        }
        return kinds;
    }

    private long kinds(int both) {
        return (long) matches.kindOf(one[both]) << Integer.SIZE | matches.kindOf(other[both]);
    }

    private void begin(int kind, int both, int atOne, int atOther) {
        if (kind == example.length) {
            int capacity = kind + kind / 2;
            example = Arrays.copyOf(example, capacity);
            people = Arrays.copyOf(people, capacity);
            marksAtOne = Arrays.copyOf(marksAtOne, capacity);
            marksAtOther = Arrays.copyOf(marksAtOther, capacity);
        }
        example[kind] = both;
        people[kind] = 0;
        marksAtOne[kind] = atOne;
        marksAtOther[kind] = atOther;
    }

    private void countMatches(int kinds) {
        for (int x = 0; x < kinds; x++) {
            int atOne = marksAtOne[x];
            int atOther = marksAtOther[x];
            for (int y = 0; y <= x; y++) {
                if (Memberships.mayMatch(atOne, marksAtOne[y]) || Memberships.mayMatch(atOther, marksAtOther[y])) {
                    countMatches(x, y);
                }
            }
        }
    }

    private void countMatches(int x, int y) {
        boolean matchedAtOne = memberships.match(one[example[x]], one[example[y]]);
        boolean matchedAtOther = memberships.match(other[example[x]], other[example[y]]);
        if (matchedAtOne || matchedAtOther) {
            long number = x == y ? Gathering.pairs(people[x]) : (long) people[x] * people[y];
            int exposed = exposures(example[x]) & exposures(example[y]);
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
