package org.rapport.reporting.report.readinessexposure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.given.Reports.answer;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapport.kit.testing.StackTestResource;
import org.rapport.reporting.given.SmallWorld;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TwoByTwo;
import org.rapport.reporting.statistics.network.DyadicRelativeRisk;

/**
 * The same 70 people at two events, where so many match that their pairs are not listed, and some of them at two where few
 * match; against looking at each pair. Everybody needs a topic that every third offers.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ManyMatchesTest {

    private static final int PEOPLE = 70;
    private static final List<String> DAYS = List.of("2025-01-10", "2025-01-20", "2025-01-30", "2025-02-05");

    private static JsonPath report;

    @BeforeEach
    void givenFourEvents() {
        if (report != null) {
            return;
        }
        SmallWorld world = new SmallWorld();
        UUID[] people = Stream.generate(world::person).limit(PEOPLE).toArray(UUID[]::new);
        for (int event = 0; event < DAYS.size(); event++) {
            UUID id = world.event(DAYS.get(event), "HELD");
            UUID red = world.session(id, "SELF_SELECTED");
            UUID blue = world.session(id, "SELF_SELECTED");
            for (int person = 0; person < PEOPLE; person++) {
                if (isAt(person, event)) {
                    world.registers(id, people[person], null);
                }
                if (came(person, event)) {
                    world.attends(id, people[person]);
                    if (event == 0) {
                        world.attendsSession(id, person % 2 == 0 ? red : blue, people[person]);
                    }
                }
            }
        }
        for (int person = 0; person < PEOPLE; person++) {
            world.need(people[person], "T1", "2025-01-01", null, null);
            if (offers(person)) {
                world.offer(people[person], "T1");
            }
            if (person % 2 == 0) {
                world.exchange(people[person], people[person + 1], "2025-02-15");
            }
        }
        world.alone();
        report = answer("analyst", "readiness-exposure?asOf=2025-12-31");
    }

    private static boolean isAt(int person, int event) {
        return event < 2 || person == 0 || !offers(person) && person % 5 != event;
    }

    private static boolean came(int person, int event) {
        return isAt(person, event) && person % (event == 0 ? 7 : 11) != 5;
    }

    private static boolean offers(int person) {
        return person % 3 == 0;
    }

    private static boolean match(int one, int other) {
        return offers(one) || offers(other);
    }

    private static boolean areAt(int one, int other, int event) {
        return isAt(one, event) && isAt(other, event);
    }

    private static boolean came(int one, int other, int event) {
        return came(one, event) && came(other, event);
    }

    private static boolean exchange(int one, int other) {
        return one / 2 == other / 2;
    }

    @Test
    void relativeRisksAndTheirErrorsAreThoseOfTheSinglePairs() {
        DyadicRelativeRisk risks = new DyadicRelativeRisk(2);
        for (int one = 0; one < PEOPLE; one++) {
            TwoByTwo[] ofOne = none();
            for (int other = 0; other < PEOPLE; other++) {
                TwoByTwo[] ofBoth = none();
                for (int event = 0; event < DAYS.size(); event++) {
                    if (one != other && areAt(one, other, event)) {
                        add(one, other, event, ofBoth);
                        add(one, other, event, ofOne);
                    }
                }
                if (other < one) {
                    risks.addPairs(1, ofBoth);
                }
            }
            risks.addPerson(ofOne);
        }

        agrees("matched", risks.relativeRisk(0));
        agrees("unmatched", risks.relativeRisk(1));
        agrees("ratio", risks.ratio(0, 1));
    }

    private static TwoByTwo[] none() {
        return new TwoByTwo[] {new TwoByTwo(0, 0, 0, 0), new TwoByTwo(0, 0, 0, 0)};
    }

    private static void add(int one, int other, int event, TwoByTwo[] tables) {
        int exchange = exchange(one, other) ? 1 : 0;
        int table = match(one, other) ? 0 : 1;
        tables[table] = tables[table].plus(
                came(one, other, event)
                        ? new TwoByTwo(exchange, 1 - exchange, 0, 0)
                        : new TwoByTwo(0, 0, exchange, 1 - exchange));
    }

    private static void agrees(String name, Estimate expected) {
        assertThat(report.getDouble("dyadicRobust." + name + ".value"), closeTo(expected.value(), 1e-6));
        assertThat(report.getDouble("dyadicRobust." + name + ".seLog"), closeTo(expected.seLog(), 1e-6));
    }

    @Test
    void pairsStandOnTheRungsTheyReached() {
        int[] pairs = new int[3];
        int[] matched = new int[3];
        for (int event = 0; event < DAYS.size(); event++) {
            for (int one = 0; one < PEOPLE; one++) {
                for (int other = 0; other < one; other++) {
                    if (areAt(one, other, event)) {
                        boolean session = event == 0 && one % 2 == other % 2;
                        int rung = came(one, other, event) ? session ? 2 : 1 : 0;
                        pairs[rung]++;
                        matched[rung] += match(one, other) ? 1 : 0;
                    }
                }
            }
        }

        assertThat(report.getList("ladder.dyads"), contains(pairs[0], pairs[1], pairs[2], 0));
        assertThat(report.getList("ladder.matched"), contains(matched[0], matched[1], matched[2], 0));
    }

    @Test
    void permutationsGiveOnAverageWhatChanceWould() {
        double exposed = 0;
        double matched = 0;
        for (int i = 0; i < DAYS.size(); i++) {
            int event = i;
            List<int[]> pairs = pairs(event);
            List<int[]> exchanging =
                    pairs.stream().filter(pair -> exchange(pair[0], pair[1])).toList();
            exposed += exchanging.size() * share(pairs.stream().map(pair -> came(pair[0], pair[1], event)));
            for (int[] exchange : exchanging) {
                matched += share(pairs.stream()
                        .filter(pair -> howManyCame(pair, event) == howManyCame(exchange, event))
                        .map(pair -> match(pair[0], pair[1])));
            }
        }

        assertThat(report.getInt("qap.permutations"), is(999));
        assertThat(report.getDouble("qapExposure.expected"), closeTo(exposed, 0.5));
        assertThat(report.getDouble("qap.expected"), closeTo(matched, 0.6));
    }

    private static List<int[]> pairs(int event) {
        return IntStream.range(0, PEOPLE)
                .boxed()
                .flatMap(one -> IntStream.range(0, one)
                        .filter(other -> areAt(one, other, event))
                        .mapToObj(other -> new int[] {one, other}))
                .toList();
    }

    private static int howManyCame(int[] pair, int event) {
        return (came(pair[0], event) ? 1 : 0) + (came(pair[1], event) ? 1 : 0);
    }

    private static double share(Stream<Boolean> all) {
        return all.mapToInt(each -> each ? 1 : 0).average().orElseThrow();
    }
}
