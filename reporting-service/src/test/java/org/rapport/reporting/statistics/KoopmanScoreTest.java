package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.util.stream.Stream;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KoopmanScoreTest {

    private static final double Z_SQUARED = 1.959963984540054 * 1.959963984540054;

    static Stream<TwoByTwo> tables() {
        return Stream.of(
                new TwoByTwo(10, 0, 6, 14),
                new TwoByTwo(6, 14, 10, 0),
                new TwoByTwo(3, 7, 1, 9),
                new TwoByTwo(0, 20, 5, 15),
                new TwoByTwo(5, 15, 0, 20),
                new TwoByTwo(0, 1, 1, 0),
                new TwoByTwo(12, 0, 9, 0),
                new TwoByTwo(2, 999_998, 3, 499_997),
                new TwoByTwo(999_998, 2, 499_997, 3));
    }

    /** The score test at each limit, its most likely risks found by search instead of by formula. */
    @ParameterizedTest
    @MethodSource("tables")
    void theScoreTestJustAllowsItsLimits(TwoByTwo table) {
        Estimate interval = table.relativeRiskKoopman();
        if (interval.lower() != 0) {
            assertThat(score(table, interval.lower()) / Z_SQUARED, closeToOne());
        }
        if (interval.upper() != null) {
            assertThat(score(table, interval.upper()) / Z_SQUARED, closeToOne());
        }
    }

    private static Matcher<Double> closeToOne() {
        return closeTo(1, 1e-6);
    }

    private static double score(TwoByTwo table, double ratio) {
        double n1 = table.exposed();
        double n0 = table.unexposed();
        double low = 0;
        double high = Math.min(1, 1 / ratio);
        for (int i = 0; i < 200; i++) {
            double p = (low + high) / 2;
            double slope = (table.a() + table.c()) / p - table.b() * ratio / (1 - ratio * p) - table.d() / (1 - p);
            low = slope > 0 ? p : low;
            high = slope > 0 ? high : p;
        }
        double p0 = (low + high) / 2;
        double p1 = ratio * p0;
        double difference = table.a() / n1 - ratio * table.c() / n0;
        return difference * difference / (p1 * (1 - p1) / n1 + ratio * ratio * p0 * (1 - p0) / n0);
    }

    @Test
    void isZeroWithAnUpperLimitWhenNobodyExposedHasTheOutcome() {
        Estimate interval = new TwoByTwo(0, 20, 5, 15).relativeRiskKoopman();
        assertThat(interval.value(), is(0.0));
        assertThat(interval.lower(), is(0.0));
        assertThat(interval.upper(), lessThan(1.0));
    }

    @Test
    void hasOnlyALowerLimitWhenNobodyUnexposedHasTheOutcome() {
        Estimate interval = new TwoByTwo(5, 15, 0, 20).relativeRiskKoopman();
        assertThat(interval.value(), nullValue());
        assertThat(interval.lower(), greaterThan(1.0));
        assertThat(interval.upper(), nullValue());
        assertThat(interval.reason(), is("no outcome in one of the groups"));
        Estimate inverse = new TwoByTwo(0, 20, 5, 15).relativeRiskKoopman();
        assertSame("limit", interval.lower(), 1 / inverse.upper());
    }

    @Test
    void isUndefinedWithoutAnyOutcomeOrWithoutOneOfTheGroups() {
        assertThat(new TwoByTwo(0, 5, 0, 5).relativeRiskKoopman().reason(), is("no outcome in one of the groups"));
        assertThat(new TwoByTwo(0, 0, 3, 5).relativeRiskKoopman().reason(), is("nobody in one of the groups"));
    }
}
