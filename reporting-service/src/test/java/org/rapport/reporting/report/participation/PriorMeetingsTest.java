package org.rapport.reporting.report.participation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PriorMeetingsTest {

    private static final int EVENTS = 12;

    /** At which events each person is recorded. */
    @Provide
    Arbitrary<List<Set<Integer>>> attendances() {
        return Arbitraries.integers()
                .between(0, EVENTS - 1)
                .set()
                .ofMaxSize(6)
                .list()
                .ofMaxSize(15);
    }

    @Provide
    Arbitrary<int[]> earlier() {
        Arbitrary<Integer> distance = Arbitraries.integers().between(-1, 3);
        return distance.list().ofSize(EVENTS).map(distances -> {
            int[] earlier = new int[EVENTS];
            for (int event = 0; event < EVENTS; event++) {
                earlier[event] = distances.get(event) < 0 ? -1 : event + 1 + distances.get(event);
            }
            return earlier;
        });
    }

    @Property
    void somebodyMetAnotherBeforeIfBothWereAtAnEarlierEvent(
            @ForAll("attendances") List<Set<Integer>> people, @ForAll("earlier") int[] earlier, @ForAll int away) {
        int[] first = new int[people.size() + 1];
        int[] came = new int[people.stream().mapToInt(Set::size).sum()];
        int size = 0;
        for (int person = 0; person < people.size(); person++) {
            for (int event : new TreeSet<>(people.get(person))) {
                came[size] = isThere(size, away) ? event : -1;
                size++;
            }
            first[person + 1] = size;
        }

        PriorMeetings meetings = new PriorMeetings(marked(first, came), earlier);

        for (int person = 0; person < people.size(); person++) {
            for (int at = first[person]; at < first[person + 1]; at++) {
                if (came[at] >= 0 && earlier[came[at]] >= 0) {
                    assertThat(meetings.before(at), is(metBefore(person, came[at], earlier[came[at]], first, came)));
                }
            }
        }
    }

    private static int[] marked(int[] first, int[] came) {
        int[] marked = new int[came.length];
        for (int person = 0; person + 1 < first.length; person++) {
            for (int at = first[person]; at < first[person + 1]; at++) {
                marked[at] = PriorMeetings.marked(came[at], at + 1 == first[person + 1]);
            }
        }
        return marked;
    }

    private static boolean isThere(int at, int away) {
        return (at * 31 + away) % 5 != 0;
    }

    private static boolean metBefore(int person, int event, int earlier, int[] first, int[] came) {
        for (int other = 0; other + 1 < first.length; other++) {
            for (int before = earlier; other != person && before < EVENTS; before++) {
                if (wasAt(other, event, first, came)
                        && wasAt(other, before, first, came)
                        && wasAt(person, before, first, came)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean wasAt(int person, int event, int[] first, int[] came) {
        for (int at = first[person]; at < first[person + 1]; at++) {
            if (came[at] == event) {
                return true;
            }
        }
        return false;
    }
}
