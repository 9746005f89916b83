package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Tables.class)
@Domain(DomainContext.Global.class)
class BreslowDayTest {

    private static final MathContext DIGITS = new MathContext(45);

    /** With the fitted cell found by bisection, in decimals enough. */
    @Property(tries = 200)
    void comparesWithTheCellThatHasThePooledOddsRatio(
            @ForAll @Size(min = 2, max = 4) List<TwoByTwo> tables,
            @ForAll @DoubleRange(min = 0.01, max = 100) double oddsRatio) {
        List<TwoByTwo> strata = tables.stream().filter(TwoByTwo::informative).toList();
        Assume.that(strata.size() > 1);
        double statistic = 0;
        double deviations = 0;
        double variances = 0;
        for (TwoByTwo table : strata) {
            BigDecimal fitted = fitted(table, new BigDecimal(oddsRatio));
            double deviation = BigDecimal.valueOf(table.a()).subtract(fitted).doubleValue();
            double variance = 1
                    / (1 / fitted.doubleValue()
                            + 1 / less(table.exposed(), fitted).doubleValue()
                            + 1 / less(table.outcomes(), fitted).doubleValue()
                            + 1 / less(table.a() - table.d(), fitted).negate().doubleValue());
            statistic += deviation * deviation / variance;
            deviations += deviation;
            variances += variance;
        }
        BreslowDay test = BreslowDay.of(strata, Estimate.of(oddsRatio));
        assertThat(test.statistic(), closeTo(statistic, 1e-12 * (1 + statistic)));
        double tarone = statistic - deviations * deviations / variances;
        assertThat(test.tarone().statistic(), closeTo(tarone, 1e-12 * (1 + statistic)));
    }

    private static BigDecimal fitted(TwoByTwo table, BigDecimal oddsRatio) {
        BigDecimal low = BigDecimal.valueOf(Math.max(0, table.a() - table.d()));
        BigDecimal high = BigDecimal.valueOf(Math.min(table.exposed(), table.outcomes()));
        for (int i = 0; i < 120; i++) {
            BigDecimal x = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
            BigDecimal sameDiagonal = x.multiply(less(table.a() - table.d(), x).negate());
            BigDecimal otherDiagonal = less(table.exposed(), x).multiply(less(table.outcomes(), x));
            if (sameDiagonal.compareTo(oddsRatio.multiply(otherDiagonal)) < 0) {
                low = x;
            } else {
                high = x;
            }
        }
        return low;
    }

    private static BigDecimal less(long margin, BigDecimal cell) {
        return BigDecimal.valueOf(margin).subtract(cell);
    }

    @Property
    void swappingTheGroupsChangesNothing(@ForAll @Size(min = 2, max = 6) List<TwoByTwo> tables) {
        List<TwoByTwo> strata =
                tables.stream().filter(table -> table.oddsRatio().defined()).toList();
        Assume.that(strata.size() > 1);
        List<TwoByTwo> swapped = strata.stream()
                .map(t -> new TwoByTwo(t.c(), t.d(), t.a(), t.b()))
                .toList();
        BreslowDay test = BreslowDay.of(strata, Estimate.of(3));
        BreslowDay other = BreslowDay.of(swapped, Estimate.of(1 / 3.0));
        assertThat(other.statistic(), closeTo(test.statistic(), 1e-12 * (1 + test.statistic())));
        assertSame("df", (double) other.df(), (double) test.df());
    }

    /** One of two fits to 1 and 3 people out of 4, odds ratio ψ: all cells known, the small ones some 1/ψ. */
    @Example
    void anExtremeOddsRatioLeavesTheFitItsDigits() {
        long k = 10_000_000;
        List<TwoByTwo> strata = List.of(new TwoByTwo(k, 1, 1, k), new TwoByTwo(2, 0, 1, 3));
        double psi = (double) k * k;
        BreslowDay test = BreslowDay.of(strata, Estimate.of(psi));
        // margins 2, 4 and 3, 3: cells 2 - e, e, 1 + e, 3 - e with e = 6 / ψ; deviation and variance both e
        double e = 6 / psi;
        assertThat(test.statistic() / e, closeTo(1, 1e-6));
        assertThat(test.defined(), is(true));
    }
}
