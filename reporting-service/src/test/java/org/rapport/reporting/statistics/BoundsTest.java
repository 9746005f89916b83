package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Tables.class)
@Domain(DomainContext.Global.class)
class BoundsTest {

    /** Nothing the unascertained could have done takes the risk difference beyond the bounds, and some of it reaches them. */
    @Property(tries = 200)
    void areTheExtremesOfAllThatCouldHaveBeen(
            @ForAll TwoByTwo table,
            @ForAll @LongRange(min = 0, max = 8) long exposed,
            @ForAll @LongRange(min = 0, max = 8) long unexposed) {
        Assume.that(table.exposed() + exposed > 0 && table.unexposed() + unexposed > 0);
        double least = 1;
        double most = -1;
        for (long a = 0; a <= exposed; a++) {
            for (long c = 0; c <= unexposed; c++) {
                double difference = table.plus(new TwoByTwo(a, exposed - a, c, unexposed - c))
                        .riskDifference()
                        .value();
                least = Math.min(least, difference);
                most = Math.max(most, difference);
            }
        }
        Bounds bounds = Bounds.of(table, exposed, unexposed);
        assertThat(bounds.riskDifference().lower(), closeTo(least, 1e-14));
        assertThat(bounds.riskDifference().upper(), closeTo(most, 1e-14));
        assertScenario(bounds.scenarios().allEngaged(), table.plus(new TwoByTwo(exposed, 0, unexposed, 0)));
        assertScenario(bounds.scenarios().noneEngaged(), table.plus(new TwoByTwo(0, exposed, 0, unexposed)));
    }

    private static void assertScenario(double actual, TwoByTwo completed) {
        assertThat(actual, closeTo(completed.riskDifference().value(), 1e-14));
    }

    @Example
    void withEverybodyAscertainedTheyAreTheRiskDifference() {
        TwoByTwo table = new TwoByTwo(17, 11, 8, 23);
        Bounds bounds = Bounds.of(table, 0, 0);
        assertThat(bounds.riskDifference().lower(), is(bounds.riskDifference().upper()));
        assertThat(
                bounds.riskDifference().lower(), closeTo(table.riskDifference().value(), 1e-15));
    }

    /** Values computed with R. */
    @Example
    void agreeWithR() {
        Bounds bounds = Bounds.of(new TwoByTwo(90, 289, 43, 323), 24, 31);
        assertThat(bounds.riskDifference().lower(), closeTo(0.0369270771480896, 1e-15));
        assertThat(bounds.riskDifference().upper(), closeTo(0.1745660693414, 1e-13));
        assertThat(bounds.scenarios().allEngaged(), closeTo(0.0964804270240201, 1e-15));
        assertThat(bounds.scenarios().noneEngaged(), closeTo(0.11501271946547, 1e-14));
    }

    @Example
    void areUndefinedWhenAGroupIsEmptyEvenSo() {
        Bounds bounds = Bounds.of(new TwoByTwo(0, 0, 4, 5), 0, 3);
        assertThat(bounds.riskDifference(), nullValue());
        assertThat(bounds.scenarios(), nullValue());
        assertThat(bounds.reason(), is("nobody in one of the groups"));
    }

    @Example
    void takeGroupsOfWhichNobodyIsAscertained() {
        Bounds bounds = Bounds.of(new TwoByTwo(0, 0, 4, 4), 3, 0);
        assertThat(bounds.riskDifference().lower(), is(-0.5));
        assertThat(bounds.riskDifference().upper(), is(0.5));
    }

    @Example
    void refuseNegativeCounts() {
        TwoByTwo table = new TwoByTwo(1, 2, 3, 4);
        assertThrows(IllegalArgumentException.class, () -> Bounds.of(table, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> Bounds.of(table, 0, -1));
    }
}
