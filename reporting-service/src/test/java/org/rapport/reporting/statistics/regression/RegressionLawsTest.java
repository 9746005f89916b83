package org.rapport.reporting.statistics.regression;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TwoByTwo;

class RegressionLawsTest {

    private static final double SAME = 1e-7;

    record Row(boolean yes, int count, double x, double z, int cluster) {}

    @Provide
    Arbitrary<List<Row>> rows() {
        Arbitrary<Double> number = Arbitraries.integers().between(-6, 6).map(i -> i / 2.0);
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 5),
                        number,
                        number,
                        Arbitraries.integers().between(0, 9))
                .as(Row::new)
                .list()
                .ofMinSize(8)
                .ofMaxSize(50);
    }

    private static boolean[] yes(List<Row> rows) {
        boolean[] yes = new boolean[rows.size()];
        for (int i = 0; i < yes.length; i++) {
            yes[i] = rows.get(i).yes();
        }
        return yes;
    }

    private static double[] x(List<Row> rows) {
        return rows.stream().mapToDouble(Row::x).toArray();
    }

    private static double[] z(List<Row> rows) {
        return rows.stream().mapToDouble(Row::z).toArray();
    }

    private static long[] counts(List<Row> rows) {
        return rows.stream().mapToLong(Row::count).toArray();
    }

    private static int[] clusters(List<Row> rows) {
        return rows.stream().mapToInt(Row::cluster).toArray();
    }

    private static Covariates covariates(double[]... columns) {
        Map<String, double[]> named = new LinkedHashMap<>();
        for (double[] column : columns) {
            named.put("x" + named.size(), column);
        }
        return Covariates.of(columns[0].length, named);
    }

    private static boolean isTame(RegressionFit fit) {
        return fit.defined()
                && fit.dropped().isEmpty()
                && IntStream.range(0, fit.coefficients().names().size())
                        .allMatch(j -> fit.coefficients().modelBased().standardError(j) < 10);
    }

    private static void assertSame(String what, double actual, double expected) {
        assertThat(what, actual, closeTo(expected, SAME * (1 + Math.abs(expected))));
    }

    @Property(tries = 150)
    void unitsAndOriginsDoNotMatter(@ForAll("rows") List<Row> rows) {
        RegressionFit fit = LogisticRegression.fit(covariates(x(rows), z(rows)), yes(rows));
        Assume.that(isTame(fit));
        double[] x = Arrays.stream(x(rows)).map(v -> 5e5 - 1000 * v).toArray();
        RegressionFit again = LogisticRegression.fit(covariates(x, z(rows)), yes(rows));
        Inference expected = fit.coefficients().clusterRobust(clusters(rows));
        Inference actual = again.coefficients().clusterRobust(clusters(rows));
        assertSame("x", -1000 * actual.coefficient(1), expected.coefficient(1));
        assertSame("intercept", actual.coefficient(0) + 5e5 * actual.coefficient(1), expected.coefficient(0));
        assertSame("likelihood", again.logLikelihood(), fit.logLikelihood());
        Assume.that(expected.standardError(1) != null && expected.standardError(1) > 1e-6);
        assertSame("robust", 1000 * actual.standardError(1), expected.standardError(1));
    }

    @Property(tries = 150)
    void swappingTheOutcomesTurnsTheCoefficientsRound(@ForAll("rows") List<Row> rows) {
        boolean[] no = yes(rows);
        for (int i = 0; i < no.length; i++) {
            no[i] = !no[i];
        }
        RegressionFit fit = LogisticRegression.fit(covariates(x(rows), z(rows)), yes(rows));
        RegressionFit other = LogisticRegression.fit(covariates(x(rows), z(rows)), no);
        assertThat(other.reason(), is(fit.reason()));
        Assume.that(isTame(fit));
        for (int j = 0; j < 3; j++) {
            assertSame(
                    "coefficient",
                    other.coefficients().modelBased().coefficient(j),
                    -fit.coefficients().modelBased().coefficient(j));
        }
    }

    @Property(tries = 150)
    void theOddsRatioOfOneExposureIsThatOfTheTable(@ForAll("rows") List<Row> rows) {
        double[] exposed = rows.stream().mapToDouble(r -> r.x() > 0 ? 1 : 0).toArray();
        long[] cells = new long[4];
        for (Row row : rows) {
            cells[(row.x() > 0 ? 0 : 2) + (row.yes() ? 0 : 1)]++;
        }
        Estimate expected = new TwoByTwo(cells[0], cells[1], cells[2], cells[3]).oddsRatio();
        RegressionFit fit = LogisticRegression.fit(covariates(exposed), yes(rows));
        assertThat(fit.defined() && fit.dropped().isEmpty(), is(expected.defined()));
        Assume.that(expected.defined());
        Estimate actual = fit.coefficients().modelBased().ratio(1);
        assertSame("odds ratio", actual.value(), expected.value());
        assertSame("lower", actual.lower(), expected.lower());
        assertSame("upper", actual.upper(), expected.upper());
    }

    /** What is expected adds up to what there is. */
    @Property(tries = 100)
    void theRateRatioOfOneExposureIsThatOfTheRates(@ForAll("rows") List<Row> rows) {
        double[] exposed = rows.stream().mapToDouble(r -> r.x() > 0 ? 1 : 0).toArray();
        double[] years = rows.stream().mapToDouble(r -> 4 + r.z()).toArray();
        double[] events = new double[2];
        double[] time = new double[2];
        for (int i = 0; i < exposed.length; i++) {
            events[(int) exposed[i]] += rows.get(i).count();
            time[(int) exposed[i]] += years[i];
        }
        Assume.that(events[0] > 0 && events[1] > 0 && time[0] > 0 && time[1] > 0);
        RegressionFit fit = CountRegression.poisson(
                covariates(exposed),
                counts(rows),
                Arrays.stream(years).map(Math::log).toArray());
        Estimate ratio = fit.coefficients().modelBased().ratio(1);
        assertSame("rate ratio", ratio.value(), events[1] / time[1] / (events[0] / time[0]));
        assertSame("error", ratio.seLog(), Math.sqrt(1 / events[0] + 1 / events[1]));
    }

    @Property(tries = 100)
    void timeInOtherUnitsOnlyMovesTheIntercept(@ForAll("rows") List<Row> rows) {
        double[] years = new double[rows.size()];
        double[] days = new double[rows.size()];
        Arrays.setAll(years, i -> Math.log(4 + rows.get(i).z()));
        Arrays.setAll(days, i -> years[i] + Math.log(365));
        NegativeBinomial inYears = NegativeBinomial.of(covariates(x(rows)), counts(rows), years);
        NegativeBinomial inDays = NegativeBinomial.of(covariates(x(rows)), counts(rows), days);
        Assume.that(isTame(inYears.fit()));
        assertSame("likelihood", inDays.fit().logLikelihood(), inYears.fit().logLikelihood());
        Inference expected = inYears.fit().coefficients().modelBased();
        Inference actual = inDays.fit().coefficients().modelBased();
        assertSame("x", actual.coefficient(1), expected.coefficient(1));
        assertSame("intercept", actual.coefficient(0) + Math.log(365), expected.coefficient(0));
    }

    @Property(tries = 100)
    void overdispersionOnlyEverAddsLikelihood(@ForAll("rows") List<Row> rows) {
        NegativeBinomial model = NegativeBinomial.of(covariates(x(rows)), counts(rows), new double[rows.size()]);
        Assume.that(model.fit().defined());
        if (model.theta() == null) {
            assertThat(model.overdispersion().reason(), is("no more variation than a Poisson distribution has"));
            assertThat(model.fit().logLikelihood(), is(model.poissonLogLikelihood()));
        } else {
            assertThat(model.fit().logLikelihood() >= model.poissonLogLikelihood() - 1e-9, is(true));
            assertThat(model.overdispersion().pValue() <= 0.5, is(true));
            assertThat(model.thetaStandardError() > 0, is(true));
        }
    }

    @Property(tries = 100)
    void whateverTheDataItIsAnEstimateOrAReason(@ForAll("rows") List<Row> rows) {
        RegressionFit fit = LogisticRegression.fit(covariates(x(rows), z(rows)), yes(rows));
        assertThat(fit.defined(), is(fit.reason() == null));
    }

    @Example
    void whatSeparatesYesFromNoHasNoFiniteEstimate() {
        boolean[] yes = {false, false, false, false, true, true, true, true};
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] z = {3, 1, 4, 1, 5, 9, 2, 6};
        RegressionFit fit = LogisticRegression.fit(covariates(z, x), yes);
        assertThat(fit.coefficients(), nullValue());
        assertThat(fit.reason(), containsString("separation, no finite estimate"));
        assertThat(fit.reason(), containsString("x1"));
        assertThat(fit.logLikelihood(), closeTo(0, 1e-6));
        assertThat(fit.likelihoodRatioTest().pValue() < 0.01, is(true));
    }

    @Example
    void whatSeparatesOnlySomeHasNoFiniteEstimateEither() {
        boolean[] yes = {false, true, false, true, true, true, true, true};
        double[] exposed = {0, 0, 0, 0, 1, 1, 1, 1};
        RegressionFit fit = LogisticRegression.fit(covariates(exposed), yes);
        assertThat(
                fit.reason(),
                is("separation, no finite estimate: the likelihood keeps rising with the coefficient of x0"));
    }

    @Example
    void aGroupWithoutAnyEventHasNoFiniteRate() {
        double[] exposed = {0, 0, 0, 1, 1, 1};
        NegativeBinomial model = NegativeBinomial.of(covariates(exposed), new long[] {0, 0, 0, 1, 5, 9}, new double[6]);
        assertThat(model.fit().reason(), containsString("no finite estimate"));
        assertThat(model.theta(), nullValue());
    }

    @Example
    void whatSaysNothingIsLeftOutByName() {
        boolean[] yes = {false, true, false, true, false, true, true, true};
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        double[] copy = Arrays.stream(x).map(v -> 9 - v).toArray();
        RegressionFit fit = LogisticRegression.fit(covariates(constant, x, copy), yes);
        assertThat(fit.coefficients().names(), contains(Coefficients.INTERCEPT, "x1"));
        assertThat(fit.dropped(), contains(new Dropped("x0", Dropped.CONSTANT), new Dropped("x2", Dropped.COLLINEAR)));
        assertThat(fit.warnings(), contains(containsString("3 of the rarer outcome for 1 covariates")));
    }

    @Example
    void withoutCovariatesTheInterceptIsTheLogOdds() {
        boolean[] yes = {true, true, true, false};
        RegressionFit fit = LogisticRegression.fit(Covariates.of(4, Map.of()), yes);
        assertThat(fit.coefficients().modelBased().coefficient(0), closeTo(Math.log(3), 1e-12));
        assertThat(fit.coefficients().modelBased().standardError(0), closeTo(Math.sqrt(1 + 1 / 3.0), 1e-12));
        assertThat(fit.coefficients().modelBased().wald().reason(), is("no covariates"));
        assertThat(fit.likelihoodRatioTest().reason(), is("no covariates"));
        assertThat(fit.warnings(), empty());
    }

    @Example
    void anOutcomeThatNeverVariesTellsNothing() {
        Covariates x = covariates(new double[] {1, 2, 3});
        assertThat(LogisticRegression.fit(x, new boolean[3]).reason(), is("no variation in the outcome"));
        assertThat(CountRegression.poisson(x, new long[3], new double[3]).reason(), is("no event"));
        assertThat(NegativeBinomial.of(x, new long[3], new double[3]).fit().reason(), is("no event"));
    }

    @Example
    void refusesWhatIsNoNumber() {
        Covariates x = covariates(new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> covariates(new double[] {1, Double.NaN}));
        assertThrows(
                IllegalArgumentException.class, () -> CountRegression.poisson(x, new long[] {1, -1}, new double[2]));
        assertThrows(
                IllegalArgumentException.class,
                () -> CountRegression.poisson(x, new long[] {1, 1}, new double[] {0, Double.NEGATIVE_INFINITY}));
        assertThrows(
                IllegalArgumentException.class, () -> LogisticRegression.fit(x, new boolean[] {true, false, true}));
    }
}
