package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rapport.reporting.statistics.Agreement.assertSame;
import static org.rapport.reporting.statistics.Agreement.opposite;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Tables.class)
@Domain(DomainContext.Global.class)
class TrendTest {

    private static final double[] LEVELS = {0, 1, 2, 3};

    /** Outcomes of four groups. */
    record Groups(long[] successes, long[] totals) {

        @Override
        public String toString() {
            return Arrays.toString(successes) + " of " + Arrays.toString(totals);
        }
    }

    @Provide
    Arbitrary<Groups> groups() {
        return Arbitraries.longs()
                .between(0, 60)
                .flatMap(total -> Arbitraries.longs().between(0, total).map(count -> Tuple.of(count, total)))
                .list()
                .ofSize(4)
                .map(list -> new Groups(
                        list.stream().mapToLong(Tuple.Tuple2::get1).toArray(),
                        list.stream().mapToLong(Tuple.Tuple2::get2).toArray()));
    }

    @Property
    void onlyTheSpacingOfScoresMatters(@ForAll("groups") Groups given) {
        Trend trend = Trend.of(given.successes(), given.totals(), LEVELS);
        Trend moved = Trend.of(given.successes(), given.totals(), new double[] {100, 110, 120, 130});
        assertSame("z", moved.statistic(), trend.statistic());
        if (trend.defined()) {
            assertSame("slope", moved.slope(), trend.slope() / 10);
        }
    }

    @Property
    void turningTheScoresRoundTurnsTheTrend(@ForAll("groups") Groups given) {
        Trend trend = Trend.of(given.successes(), given.totals(), LEVELS);
        Trend turned = Trend.of(given.successes(), given.totals(), new double[] {3, 2, 1, 0});
        assertSame("z", turned.statistic(), opposite(trend.statistic()));
        assertSame("p", turned.pValue(), trend.pValue());
    }

    @Property
    void groupsWithoutAnybodyChangeNothing(@ForAll("groups") Groups given) {
        Trend trend = Trend.of(given.successes(), given.totals(), LEVELS);
        Trend padded = Trend.of(
                Arrays.copyOf(given.successes(), 5), Arrays.copyOf(given.totals(), 5), new double[] {0, 1, 2, 3, 90});
        assertSame("z", padded.statistic(), trend.statistic());
        assertThat(padded.overall().df(), is(trend.overall().df()));
        assertSame("departure", padded.departure().pValue(), trend.departure().pValue());
    }

    @Property
    void ofTwoGroupsItIsPearsonsTest(@ForAll TwoByTwo table) {
        Assume.that(table.informative());
        Trend trend = Trend.of(
                new long[] {table.c(), table.a()}, new long[] {table.unexposed(), table.exposed()}, new double[] {0, 1
                });
        assertSame("chi-squared", trend.chiSquared(), table.chiSquared().statistic());
        assertSame("overall", trend.overall().statistic(), table.chiSquared().statistic());
        assertSame("slope", trend.slope(), table.riskDifference().value());
        assertSame(
                "sign", Math.signum(trend.statistic()), Math.signum(table.phi().value()));
        assertThat(trend.departure().reason(), is("fewer than three groups with somebody in them"));
    }

    @Example
    void proportionsOnALineDoNotDepartFromIt() {
        Trend trend = Trend.of(new long[] {10, 20, 30, 40}, new long[] {100, 100, 100, 100}, LEVELS);
        assertThat(trend.slope(), closeTo(0.1, 1e-15));
        assertThat(trend.departure().statistic(), closeTo(0, 1e-10));
        assertThat(trend.departure().pValue(), closeTo(1, 1e-9));
        assertThat(trend.overall().df(), is(3L));
        assertThat(trend.departure().df(), is(2L));
        assertThat(trend.pIncreasing() * 2, closeTo(trend.pValue(), 1e-20));
    }

    /** Against the asymptotic series of the normal tail. */
    @Example
    void aFarTailKeepsItsDigits() {
        Trend trend = Trend.of(new long[] {0, 30, 70, 100}, new long[] {100, 100, 100, 100}, LEVELS);
        double z = trend.statistic();
        double series = 1 - 1 / (z * z) + 3 / Math.pow(z, 4) - 15 / Math.pow(z, 6) + 105 / Math.pow(z, 8);
        double tail = Math.exp(-z * z / 2) / (z * Math.sqrt(2 * Math.PI)) * series;
        assertThat(trend.pValue() < 1e-45, is(true));
        assertThat(trend.pValue() / (2 * tail), closeTo(1, 1e-8));
        assertThat(trend.pIncreasing() / tail, closeTo(1, 1e-8));
    }

    @Example
    void namesItsScores() {
        assertThat(method(0, 1, 2, 3), is("Cochran-Armitage z, scores 0 to 3, two-sided"));
        assertThat(method(0, 1, 2.5, 7), is("Cochran-Armitage z, scores 0, 1, 2.5, 7, two-sided"));
    }

    private static String method(double... scores) {
        return Trend.of(new long[] {1, 2, 3, 4}, new long[] {9, 9, 9, 9}, scores)
                .method();
    }

    @Example
    void isUndefinedWithoutVariation() {
        assertUndefined("no variation in the outcome", new long[] {0, 0}, new long[] {4, 5}, 0, 1);
        assertUndefined("no variation in the outcome", new long[] {4, 5}, new long[] {4, 5}, 0, 1);
        assertUndefined("no variation in the outcome", new long[] {0, 0}, new long[] {0, 0}, 0, 1);
        assertUndefined("fewer than two scores with somebody in them", new long[] {2, 0}, new long[] {4, 0}, 0, 1);
        assertUndefined("fewer than two scores with somebody in them", new long[] {2, 1}, new long[] {4, 5}, 1, 1);
    }

    private static void assertUndefined(String reason, long[] successes, long[] totals, double... scores) {
        Trend trend = Trend.of(successes, totals, scores);
        assertThat(trend.defined(), is(false));
        assertThat(trend.statistic(), nullValue());
        assertThat(trend.reason(), is(reason));
        assertThat(trend.departure().reason(), is(reason));
    }

    @Example
    void refusesWhatAreNotGroups() {
        assertRefused("different lengths: 1, 2, 2", new long[] {1}, new long[] {2, 3}, 0, 1);
        assertRefused("different lengths: 2, 2, 1", new long[] {1, 1}, new long[] {2, 3}, 0);
        assertRefused("needs groups", new long[0], new long[0]);
        assertRefused("group 1: 4 of 3", new long[] {1, 4}, new long[] {2, 3}, 0, 1);
        assertRefused("group 0: -1 of 2", new long[] {-1, 1}, new long[] {2, 3}, 0, 1);
        assertRefused("group 1: NaN", new long[] {1, 1}, new long[] {2, 3}, 0, Double.NaN);
    }

    private static void assertRefused(String message, long[] successes, long[] totals, double... scores) {
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> Trend.of(successes, totals, scores))
                        .getMessage(),
                containsString(message));
    }
}
