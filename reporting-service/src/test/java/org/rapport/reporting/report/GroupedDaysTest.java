package org.rapport.reporting.report;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.reporting.statistics.survival.KaplanMeier;

class GroupedDaysTest {

    private static final int BELOW = 2;

    /** A row of somebody. */
    record Row(int person, int group, int day, boolean event) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, 500),
                        Arbitraries.of(true, true, false))
                .as(Row::new)
                .list()
                .ofMinSize(60)
                .ofMaxSize(160)
                .map(rows -> rows.stream()
                        .sorted((one, other) -> Integer.compare(one.person(), other.person()))
                        .toList());
    }

    private static DayCounts count(List<Row> rows) {
        DayCounts counts = new DayCounts(2);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean another = i == 0 || rows.get(i - 1).person() != row.person();
            counts.add(row.group(), row.day(), row.event(), another);
        }
        return counts;
    }

    @Property(tries = 300)
    void noPeriodTellsOfFewPeople(@ForAll("rows") List<Row> rows) {
        GroupedDays periods = new GroupedDays(count(rows), BELOW);
        Assume.that(!periods.tellsOfFew());
        double before = -1;
        for (KaplanMeier.Point point : KaplanMeier.of(periods.times()).points()) {
            double from = before;
            assertThat(periods.endOn(point.time()), is(true));
            for (int g = 0; g < 2; g++) {
                int group = g;
                List<Row> within = rows.stream()
                        .filter(row -> row.group() == group && row.day() > from && row.day() <= point.time())
                        .toList();
                assertThat(people(within, true).size(), greaterThanOrEqualTo(BELOW));
                int censored = people(within, false).size();
                assertThat(censored == 0 || censored >= BELOW, is(true));
                KaplanMeier.Point there = KaplanMeier.of(periods.times(), group).points().stream()
                        .filter(other -> other.time() == point.time())
                        .findAny()
                        .orElseThrow();
                assertThat(there.events(), is(within.stream().filter(Row::event).count()));
                assertThat(there.events() + there.censored(), is((long) within.size()));
            }
            before = point.time();
        }
    }

    @Property(tries = 100)
    void partsOfThePeopleCountAsIfTheyWereOne(@ForAll("rows") List<Row> rows, @ForAll int where) {
        int person = Math.floorMod(where, 60);
        DayCounts joined =
                count(rows.stream().filter(row -> row.person() < person).toList());
        joined.join(count(rows.stream().filter(row -> row.person() >= person).toList()));
        DayCounts whole = count(rows);
        assertThat(joined.size(), is(whole.size()));
        for (int group = 0; group < 2; group++) {
            assertThat(KaplanMeier.of(joined.counts(), group), is(KaplanMeier.of(whole.counts(), group)));
            assertThat(
                    KaplanMeier.of(new GroupedDays(joined, BELOW).times(), group),
                    is(KaplanMeier.of(new GroupedDays(whole, BELOW).times(), group)));
        }
    }

    private static Set<Integer> people(List<Row> rows, boolean event) {
        Set<Integer> people = new HashSet<>();
        rows.stream().filter(row -> row.event() == event).forEach(row -> people.add(row.person()));
        return people;
    }
}
