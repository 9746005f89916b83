package org.rapport.reporting.report.readinessexposure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.rapport.reporting.report.participation.Matches;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * Two people who were to be at several events together are several pairs, but not independent ones: for each two events,
 * the pairs among those who were to be at both, by what they were at the one and at the other.
 */
final class SeveralEvents {

    private static final int EXPOSURES = 4;
    private static final int FIRST_CAPACITY = 1_024;
    private static final int NONE = -1;

    /** Of so many people it isn't worth finding out who are alike. */
    private static final int FEW_PEOPLE = 64;

    private static final int UNTOUCHED = -2;

    private final Memberships memberships;
    private final Matches matches;
    private final MatchCounts counts;
    private final long[][] pairs = new long[Tallies.CELLS][Tallies.CELLS];

    /** By another event and whether they came to the one and to the other: of how many people it is so. */
    private final int[] byExposures;

    /** By another event, the latest of those who were to be at that one, too, if they are listed. */
    private final int[] latest;

    private final int[] others;
    private int[] one = new int[FIRST_CAPACITY];
    private int[] other = new int[FIRST_CAPACITY];
    private int[] before = new int[FIRST_CAPACITY];
    private int size;

    /** People who are alike at both events. */
    private int[] example = new int[FEW_PEOPLE];

    private int[] people = new int[FEW_PEOPLE];
    private int[] marksAtOne = new int[FEW_PEOPLE];
    private int[] marksAtOther = new int[FEW_PEOPLE];

    SeveralEvents(Memberships memberships, MatchCounts counts) {
        this.memberships = memberships;
        this.matches = memberships.matches();
        this.counts = counts;
        this.latest = new int[memberships.events().size()];
        this.others = new int[latest.length];
        this.byExposures = new int[latest.length * EXPOSURES];
        Arrays.fill(latest, UNTOUCHED);
    }

    /** @param members who could be followed */
    void add(int event, int[] members) {
        addLater(members, matches.areMany(event));
        matches.forEach(event, (a, b) -> addMatched(event, a, b));
    }

    /** Goes through the people of an event, by the other events that have greater numbers. */
    private void addLater(int[] members, boolean many) {
        size = 0;
        int events = 0;
        for (int at : members) {
            int exposed = memberships.exposed(at) ? 1 : 0;
            for (int place = at; !memberships.isLast(place); ) {
                place++;
                if (memberships.followed(place)) {
                    int event = memberships.event(place);
                    if (latest[event] == UNTOUCHED) {
                        latest[event] = NONE;
                        others[events++] = event;
                    }
                    byExposures[event * EXPOSURES + exposed + (memberships.exposed(place) ? 2 : 0)]++;
                    if (many || matches.areMany(event)) {
                        list(at, place, event);
                    }
                }
            }
        }
        for (int i = 0; i < events; i++) {
            int event = others[i];
            countAsUnmatched(event * EXPOSURES);
            countMatches(alike(latest[event]));
            latest[event] = UNTOUCHED;
        }
    }

    private void list(int at, int place, int event) {
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

    /** As if nobody matched. */
    private void countAsUnmatched(int first) {
        for (int x = 0; x < EXPOSURES; x++) {
            long people = byExposures[first + x];
            for (int y = 0; y <= x && people > 0; y++) {
                long number = x == y ? Gathering.pairs(people) : people * byExposures[first + y];
                int exposed = x & y;
                pairs[unmatched((exposed & 1) != 0)][unmatched((exposed & 2) != 0)] += number;
            }
        }
        Arrays.fill(byExposures, first, first + EXPOSURES, 0);
    }

    /** Counts two who match at an event again, for each other one; if they match there as well, only for the later ones. */
    private void addMatched(int event, int atA, int atB) {
        if (memberships.bothFollowed(atA, atB)) {
            boolean exposed = memberships.bothExposed(atA, atB);
            int a = first(atA);
            int b = first(atB);
            boolean more = true;
            while (more) {
                int ofA = memberships.event(a);
                int ofB = memberships.event(b);
                if (ofA == ofB && ofA != event) {
                    addMatched(exposed, ofA < event, ofA, a, b);
                }
                more = !(ofA <= ofB && memberships.isLast(a) || ofB <= ofA && memberships.isLast(b));
                a += ofA <= ofB ? 1 : 0;
                b += ofB <= ofA ? 1 : 0;
            }
        }
    }

    private void addMatched(boolean exposed, boolean earlier, int there, int a, int b) {
        if (!matches.areMany(there) && memberships.bothFollowed(a, b)) {
            boolean matched = matches.match(a, b);
            if (!matched || !earlier) {
                move(true, exposed, matched, memberships.bothExposed(a, b), 1);
            }
        }
    }

    /** Where the records begin of whom a record belongs to. */
    private int first(int at) {
        int first = at;
        while (first > 0 && !memberships.isLast(first - 1)) {
            first--;
        }
        return first;
    }

    private int exposures(int both) {
        return (memberships.exposed(one[both]) ? 1 : 0) + (memberships.exposed(other[both]) ? 2 : 0);
    }

    /** Brings together those who are alike, unless they are few; who cannot match is left aside. */
    private int alike(int last) {
        Map<Long, Integer> numbers = isOfMany(last) ? new HashMap<>() : null;
        int kinds = 0;
        for (int both = last; both != NONE; both = before[both]) {
            int atOne = matches.marks(one[both]);
            int atOther = matches.marks(other[both]);
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

    private boolean isOfMany(int last) {
        int listed = 0;
        for (int both = last; both != NONE && listed <= FEW_PEOPLE; both = before[both]) {
            listed++;
        }
        return listed > FEW_PEOPLE;
    }

    private long kinds(int both) {
        return (long) counts.kindOf(one[both]) << Integer.SIZE | counts.kindOf(other[both]);
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
                if (Matches.mayMatch(atOne, marksAtOne[y]) || Matches.mayMatch(atOther, marksAtOther[y])) {
                    countMatches(x, y);
                }
            }
        }
    }

    private void countMatches(int x, int y) {
        boolean matchedAtOne = matches.match(one[example[x]], one[example[y]]);
        boolean matchedAtOther = matches.match(other[example[x]], other[example[y]]);
        if (matchedAtOne || matchedAtOther) {
            long number = x == y ? Gathering.pairs(people[x]) : (long) people[x] * people[y];
            int exposed = exposures(example[x]) & exposures(example[y]);
            move(matchedAtOne, (exposed & 1) != 0, matchedAtOther, (exposed & 2) != 0, number);
        }
    }

    /** Pairs that were counted as unmatched become what they are. */
    private void move(
            boolean matchedAtOne, boolean exposedAtOne, boolean matchedAtOther, boolean exposedAtOther, long number) {
        pairs[unmatched(exposedAtOne)][unmatched(exposedAtOther)] -= number;
        pairs[Tallies.cell(matchedAtOne, exposedAtOne, false)][Tallies.cell(matchedAtOther, exposedAtOther, false)] +=
                number;
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
