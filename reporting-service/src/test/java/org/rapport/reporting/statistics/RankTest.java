package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.rapport.reporting.statistics.Agreement.assertSame;
import static org.rapport.reporting.statistics.Agreement.opposite;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

class RankTest {

    /** Two numbers of each of some people. */
    record Pairs(double[] x, double[] y) {

        @Override
        public String toString() {
            return Arrays.toString(x) + " " + Arrays.toString(y);
        }
    }

    /** From a handful of values, so that many are tied, to values hardly ever tied. */
    @Provide
    Arbitrary<Pairs> pairs() {
        return Arbitraries.of(1, 3, 20, 100_000).flatMap(spread -> {
            Arbitrary<List<Double>> values = Arbitraries.integers()
                    .between(-spread, spread)
                    .map(value -> value / 4.0)
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(60);
            return Combinators.combine(values, values).as((x, y) -> {
                int n = Math.min(x.size(), y.size());
                return new Pairs(array(x.subList(0, n)), array(y.subList(0, n)));
            });
        });
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    @Property
    void kendallCountsWhatComparingEveryPairCounts(@ForAll("pairs") Pairs given) {
        KendallTau tau = Rank.kendall(given.x(), given.y());
        Assume.that(tau.defined());
        long concordant = 0;
        long discordant = 0;
        long untiedX = 0;
        long untiedY = 0;
        for (int i = 0; i < given.x().length; i++) {
            for (int j = 0; j < i; j++) {
                double sign = Math.signum(given.x()[i] - given.x()[j]) * Math.signum(given.y()[i] - given.y()[j]);
                concordant += sign > 0 ? 1 : 0;
                discordant += sign < 0 ? 1 : 0;
                untiedX += given.x()[i] != given.x()[j] ? 1 : 0;
                untiedY += given.y()[i] != given.y()[j] ? 1 : 0;
            }
        }
        assertThat(tau.concordant(), is(concordant));
        assertThat(tau.discordant(), is(discordant));
        double expected = (concordant - discordant) / Math.sqrt((double) untiedX * untiedY);
        assertThat(tau.value(), closeTo(expected, 1e-12));
    }

    /** The variance over all orders of y is the one the test uses: that is what independence means. */
    @Property(tries = 100)
    void kendallsVarianceIsThatOverAllOrders(@ForAll("pairs") Pairs given) {
        int n = Math.min(5, given.x().length);
        double[] x = Arrays.copyOf(given.x(), n);
        double[] y = Arrays.copyOf(given.y(), n);
        KendallTau tau = Rank.kendall(x, y);
        Assume.that(tau.defined() && tau.statistic() != 0);
        double[] squares = new double[2];
        eachOrder(y, 0, order -> {
            KendallTau shuffled = Rank.kendall(x, order);
            squares[0] += Math.pow(shuffled.concordant() - shuffled.discordant(), 2);
            squares[1]++;
        });
        double s = tau.concordant() - tau.discordant();
        assertThat(Math.pow(s / tau.statistic(), 2), closeTo(squares[0] / squares[1], 1e-9));
    }

    private static void eachOrder(double[] values, int from, Consumer<double[]> action) {
        if (from == values.length) {
            action.accept(values);
            return;
        }
        for (int i = from; i < values.length; i++) {
            swap(values, from, i);
            eachOrder(values, from + 1, action);
            swap(values, from, i);
        }
    }

    private static void swap(double[] values, int i, int j) {
        double value = values[i];
        values[i] = values[j];
        values[j] = value;
    }

    @Property
    void spearmanIsTheCorrelationOfTheRanks(@ForAll("pairs") Pairs given) {
        SpearmanRho rho = Rank.spearman(given.x(), given.y());
        Assume.that(rho.defined());
        assertThat(rho.value(), closeTo(new SpearmansCorrelation().correlation(given.x(), given.y()), 1e-12));
        if (rho.lower() != null) {
            assertThat(rho.lower(), lessThanOrEqualTo(rho.value()));
            assertThat(rho.value(), lessThanOrEqualTo(rho.upper()));
        }
    }

    @Property
    void noScaleMatters(@ForAll("pairs") Pairs given) {
        double[] x = map(given.x(), value -> Math.exp(value / 10_000));
        double[] y = map(given.y(), value -> value * value * value + value - 7);
        assertThat(Rank.kendall(x, y), is(Rank.kendall(given.x(), given.y())));
        assertThat(Rank.spearman(x, y), is(Rank.spearman(given.x(), given.y())));
    }

    @Property
    void turningOneVariableRoundTurnsTheSign(@ForAll("pairs") Pairs given) {
        double[] reversed = map(given.x(), value -> -value);
        KendallTau tau = Rank.kendall(given.x(), given.y());
        KendallTau opposite = Rank.kendall(reversed, given.y());
        assertSame("tau", opposite.value(), opposite(tau.value()));
        assertSame("p", opposite.pValue(), tau.pValue());
        assertThat(opposite.concordant(), is(tau.discordant()));
        SpearmanRho rho = Rank.spearman(given.x(), given.y());
        SpearmanRho turned = Rank.spearman(reversed, given.y());
        assertSame("rho", turned.value(), opposite(rho.value()));
        assertSame("lower", turned.lower(), opposite(rho.upper()));
        assertSame("p", turned.pValue(), rho.pValue());
    }

    @Property
    void neitherVariableComesFirst(@ForAll("pairs") Pairs given) {
        assertSame(
                "tau",
                Rank.kendall(given.y(), given.x()).statistic(),
                Rank.kendall(given.x(), given.y()).statistic());
        assertSame(
                "rho",
                Rank.spearman(given.y(), given.x()).value(),
                Rank.spearman(given.x(), given.y()).value());
    }

    @Example
    void aPerfectCorrelationHasNoInterval() {
        double[] x = {1, 2, 2, 5, 9};
        SpearmanRho rho = Rank.spearman(x, map(x, value -> -value));
        assertThat(rho.value(), is(-1.0));
        assertThat(rho.lower(), nullValue());
        assertThat(rho.statistic(), nullValue());
        assertThat(rho.reason(), is("a perfect correlation has no interval"));
        assertThat(Rank.kendall(x, x).value(), closeTo(1, 1e-15));
    }

    @Example
    void nothingIsSaidOfTooFewPairs() {
        assertThat(Rank.spearman(new double[0], new double[0]).reason(), is("fewer than three pairs"));
        assertThat(Rank.spearman(new double[] {1, 2}, new double[] {1, 2}).reason(), is("fewer than three pairs"));
        assertThat(Rank.kendall(new double[0], new double[0]).reason(), is("fewer than two pairs"));
        assertThat(Rank.kendall(new double[] {1}, new double[] {1}).reason(), is("fewer than two pairs"));
        assertThat(Rank.kendall(new double[] {1, 2}, new double[] {2, 1}).value(), is(-1.0));
        SpearmanRho three = Rank.spearman(new double[] {1, 2, 3}, new double[] {1, 3, 2});
        assertThat(three.value(), closeTo(0.5, 1e-15));
        assertThat(three.lower(), nullValue());
        assertThat(three.reason(), is("fewer than four pairs have no interval"));
    }

    @Example
    void nothingIsSaidOfAVariableThatDoesNotVary() {
        double[] same = {3, 3, 3, 3};
        double[] different = {1, 2, 3, 4};
        assertThat(Rank.spearman(same, different).reason(), is("all equal in one of the variables"));
        assertThat(Rank.kendall(different, same).reason(), is("all equal in one of the variables"));
        assertThat(Rank.kendall(same, same).value(), nullValue());
    }

    @Example
    void theTwoZerosAreTied() {
        double[] x = {-0.0, 0.0, 1, 2};
        double[] y = {1, 2, 3, 4};
        assertThat(Rank.kendall(x, y), is(Rank.kendall(new double[] {0, 0, 1, 2}, y)));
    }

    @Example
    void anAlmostPerfectCorrelationKeepsItsDigits() {
        int n = 200_000;
        double[] x = new double[n];
        Arrays.setAll(x, i -> i);
        double[] y = x.clone();
        swap(y, 17, 18);
        // 1 - rho = 6 sum d² / n (n² - 1) with two ranks off by one
        double oneMinus = 12.0 / n / ((double) n * n - 1);
        double t = Rank.spearman(x, y).statistic();
        assertThat(t / Math.sqrt((n - 2) / (2 * oneMinus)), closeTo(1, 1e-3));
    }

    @Example
    void aMillionPairsAreNoMatterOfComparingEachWithEach() {
        int n = 1_000_000;
        SplittableRandom random = new SplittableRandom(1);
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(17);
            y[i] = x[i] + random.nextInt(1_000);
        }
        KendallTau tau = assertTimeout(Duration.ofMinutes(1), () -> Rank.kendall(x, y));
        SpearmanRho rho = assertTimeout(Duration.ofMinutes(1), () -> Rank.spearman(x, y));
        long untied = tau.concordant() + tau.discordant();
        assertThat(untied, lessThan((long) n * (n - 1L) / 2));
        assertThat(tau.value(), closeTo(rho.value() * 2 / 3, 0.01));
    }

    @Example
    void pairsThatAreCountedAreAsGoodAsThoseThatStandOneByOne() {
        double[] x = {0, 3, 3, 7, 7, 7, 1, 1, 1, 1};
        double[] y = {2, 0, 0, 5, 5, 1, 0, 0, 0, 4};
        double[] differentX = {7, 0, 1, 3, 7, 1};
        double[] differentY = {1, 2, 4, 0, 5, 0};
        long[] counts = {1, 1, 1, 2, 2, 3};
        assertThat(Rank.kendall(differentX, differentY, counts), equalTo(Rank.kendall(x, y)));
        SpearmanRho counted = Rank.spearman(differentX, differentY, counts);
        SpearmanRho single = Rank.spearman(x, y);
        assertThat(counted.value(), closeTo(single.value(), 1e-14));
        assertThat(counted.pValue(), closeTo(single.pValue(), 1e-14));
        assertThat(counted.lower(), closeTo(single.lower(), 1e-14));
    }

    @Example
    void refusesWhatAreNotPairsOfNumbers() {
        assertRefused(new double[] {1, 2}, new double[] {1, 2, 3}, "different lengths: 2, 3");
        assertRefused(new double[] {1, Double.NaN}, new double[] {1, 2}, "at 1: NaN");
        assertRefused(new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, 2}, "at 0");
    }

    private static void assertRefused(double[] x, double[] y, String message) {
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> Rank.kendall(x, y))
                        .getMessage(),
                containsString(message));
        assertThat(
                assertThrows(IllegalArgumentException.class, () -> Rank.spearman(x, y))
                        .getMessage(),
                containsString(message));
    }
}
