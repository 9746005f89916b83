package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalExactTest {

    @Provide
    Arbitrary<TwoByTwo> informative() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 12);
        return Combinators.combine(count, count, count, count).as(TwoByTwo::new).filter(TwoByTwo::informative);
    }

    @Property
    void pValuesAreThoseOfCountingTables(@ForAll("informative") TwoByTwo table) {
        ConditionalExact exact = table.conditionalExact();
        double greater = Exactly.conditional(table, 1, t -> t >= table.a());
        double less = Exactly.conditional(table, 1, t -> t <= table.a());
        double equal = Exactly.conditional(table, 1, t -> t == table.a());
        assertSame("two-sided", exact.fisher().pValue(), Exactly.fisher(table));
        assertSame("greater", exact.greater().pValue(), greater);
        assertSame("less", exact.less().pValue(), less);
        assertSame("mid-p", exact.midPTest().pValue(), Math.min(1, 2 * Math.min(greater, less) - equal));
    }

    @Provide
    Arbitrary<TwoByTwo> lopsided() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 300);
        Arbitrary<Long> few = Arbitraries.longs().between(0, 20);
        return Combinators.combine(count, few, few, count).as(TwoByTwo::new).filter(TwoByTwo::informative);
    }

    @Property(tries = 40)
    void theSmallestPValuesKeepTheirDigits(@ForAll("lopsided") TwoByTwo table) {
        ConditionalExact exact = table.conditionalExact();
        assertDigits("two-sided", exact.fisher().pValue(), Exactly.fisher(table));
        assertDigits("greater", exact.greater().pValue(), Exactly.conditional(table, 1, t -> t >= table.a()));
        assertDigits("less", exact.less().pValue(), Exactly.conditional(table, 1, t -> t <= table.a()));
        assertThat(table.fisherExact(), is(exact.fisher()));
    }

    /** Against tails that a library sums without any end but that of the margins. */
    @ParameterizedTest
    @CsvSource({
        "125600, 374400, 125000, 375000",
        "126700, 373300, 125000, 375000",
        "131500, 368500, 125000, 375000",
        "120100, 379900, 125000, 375000",
        "40, 60, 200000, 799900",
        "3, 999997, 30, 999970"
    })
    void tailsOfLargeTablesAreThoseOfALibrary(long a, long b, long c, long d) {
        TwoByTwo table = new TwoByTwo(a, b, c, d);
        HypergeometricDistribution distribution =
                HypergeometricDistribution.of((int) table.total(), (int) table.outcomes(), (int) table.exposed());
        FisherExact exact = new FisherExact(table);
        assertDigits("greater", exact.greater(), distribution.survivalProbability((int) a - 1));
        assertDigits("less", exact.less(), distribution.cumulativeProbability((int) a));
    }

    @Test
    void whatIsTooUnlikelyForADoubleIsZero() {
        FisherExact exact = new FisherExact(new TwoByTwo(4_000_000, 1_000_000, 1_000_000, 4_000_000));
        assertThat(exact.twoSided(), is(0.0));
        assertThat(exact.greater(), is(0.0));
        assertThat(exact.less(), is(1.0));
    }

    private static void assertDigits(String what, double actual, double expected) {
        assertThat(what, actual / expected, closeTo(1, 1e-10));
    }

    @Property(tries = 300)
    void limitsLeaveHalfTheErrorAtEachEnd(@ForAll("informative") TwoByTwo table) {
        ConditionalExact exact = table.conditionalExact();
        double lower = exact.oddsRatio().lower();
        double midLower = exact.midP().lower();
        if (lower > 0) {
            assertSame("lower", Exactly.conditional(table, lower, t -> t >= table.a()), 0.025);
            double beyond = Exactly.conditional(table, midLower, t -> t > table.a());
            double equal = Exactly.conditional(table, midLower, t -> t == table.a());
            assertSame("lower, mid-p", beyond + equal / 2, 0.025);
        }
        Double upper = exact.oddsRatio().upper();
        if (upper != null) {
            assertSame("upper", Exactly.conditional(table, upper, t -> t <= table.a()), 0.025);
        }
    }

    @Property(tries = 200)
    void theEstimateExpectsWhatWasObserved(@ForAll("informative") TwoByTwo table) {
        Double value = table.conditionalExact().oddsRatio().value();
        if (value != null && value > 0) {
            assertSame("expected count", Exactly.conditionalMean(table, value), (double) table.a());
        }
    }

    /** Of 8 and 2 people 3 have the outcome: 2 or 3 among the 8 are equally probable, 56 in 120. */
    @Test
    void tablesAsProbableAsTheObservedOneCountAsNoMoreProbable() {
        assertThat(new TwoByTwo(3, 5, 0, 2).fisherExact().pValue(), is(1.0));
        assertThat(new TwoByTwo(2, 6, 1, 1).fisherExact().pValue(), is(1.0));
        assertThat(new TwoByTwo(3, 0, 5, 2).fisherExact().pValue(), is(1.0));
    }

    @Test
    void isBoundedOnlyBelowWhenTheMarginsAllowNoMore() {
        Estimate estimate = new TwoByTwo(5, 15, 0, 20).conditionalExact().oddsRatio();
        assertThat(estimate.value(), nullValue());
        assertThat(estimate.upper(), nullValue());
        assertThat(estimate.reason(), is("an empty cell"));
        assertSame("P(A >= 5) at the lower limit", estimate.lower(), 1.0241092017313703);
    }

    @Test
    void isZeroWhenTheMarginsAllowNoLess() {
        Estimate estimate = new TwoByTwo(0, 20, 5, 15).conditionalExact().oddsRatio();
        assertThat(estimate.value(), is(0.0));
        assertThat(estimate.lower(), is(0.0));
        assertSame("upper", estimate.upper(), 1 / 1.0241092017313703);
    }

    @Test
    void isUndefinedWithAnEmptyMargin() {
        for (TwoByTwo table : new TwoByTwo[] {
            new TwoByTwo(0, 0, 0, 0), new TwoByTwo(0, 0, 3, 4), new TwoByTwo(0, 3, 0, 4), new TwoByTwo(3, 0, 4, 0)
        }) {
            ConditionalExact exact = table.conditionalExact();
            assertThat(exact.fisher().pValue(), nullValue());
            assertThat(exact.fisher().reason(), is("an empty margin"));
            assertThat(exact.oddsRatio().reason(), is("an empty margin"));
        }
    }

    @Test
    void answersLargeTablesAndCloseToTheLargeSampleInterval() {
        TwoByTwo table = new TwoByTwo(1_200_000, 3_800_000, 1_100_000, 3_900_000);
        ConditionalExact exact = Assertions.assertTimeout(Duration.ofMinutes(1), table::conditionalExact);
        assertThat(exact.oddsRatio().lower() / table.oddsRatio().lower(), closeTo(1, 1e-5));
        assertThat(exact.oddsRatio().upper() / table.oddsRatio().upper(), closeTo(1, 1e-5));
    }

    @Test
    void leavesTablesBeyondItToTheLargeSampleMethods() {
        ConditionalExact exact = new TwoByTwo(1_000_000_000_000L, 1, 1, 1_000_000_000_000L).conditionalExact();
        assertThat(exact.fisher().reason(), containsString("too many"));
    }
}
