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
