package org.rapport.reporting.report.readinessexposure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.reporting.report.participation.IntLists;

class SharedSessionsTest {

    private static final List<UUID> SESSIONS =
            IntStream.range(0, 6).mapToObj(i -> new UUID(0, i)).toList();

    @Property(tries = 200)
    void bothWaysOfCountingAgreeWithLookingAtEachPair(@ForAll("people") List<Set<UUID>> people) {
        long pairs = 0;
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs += people.get(i).stream().anyMatch(people.get(j)::contains) ? 1 : 0;
            }
        }
        Map<Set<UUID>, Long> counted = new HashMap<>();
        people.forEach(sessions -> counted.merge(sessions, 1L, Long::sum));
        long withThemselves = people.stream().filter(set -> !set.isEmpty()).count();

        assertThat(SharedSessions.among(counted), is(pairs));
        assertThat(SharedSessions.compared(counted, counted), is(2 * pairs + withThemselves));
        assertThat(SharedSessions.included(counted, counted), is(2 * pairs + withThemselves));
    }

    @Property(tries = 200)
    void listsOfSessionsAreComparedAsSetsAre(@ForAll("lists") List<Set<Integer>> people) {
        IntLists lists = new IntLists(people.size());
        Map<Set<Integer>, Long> counted = new HashMap<>();
        for (Set<Integer> sessions : people) {
            sessions.forEach(lists::add);
            lists.close();
            counted.merge(sessions, 1L, Long::sum);
        }
        int[] all = IntStream.range(0, people.size()).toArray();
        int half = people.size() / 2;
        long within = SharedSessions.among(lists, all, 0, half) + SharedSessions.among(lists, all, half, all.length);

        assertThat(SharedSessions.among(lists, all, 0, all.length), is(SharedSessions.among(counted)));
        assertThat(
                within + SharedSessions.between(lists, all, 0, half, half, all.length),
                is(SharedSessions.among(counted)));
    }

    @Provide
    Arbitrary<List<Set<Integer>>> lists() {
        return Arbitraries.integers()
                .between(0, 70)
                .set()
                .ofMaxSize(4)
                .map(set -> (Set<Integer>) new HashSet<>(set))
                .list()
                .ofMaxSize(300);
    }

    @Provide
    Arbitrary<List<Set<UUID>>> people() {
        return Arbitraries.of(SESSIONS)
                .set()
                .ofMaxSize(5)
                .map(set -> (Set<UUID>) new HashSet<>(set))
                .list()
                .ofMaxSize(30);
    }
}
