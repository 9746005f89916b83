package org.rapport.reporting.statistics.survival;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.Dropped;
import org.rapport.reporting.statistics.regression.Inference;
import org.rapport.reporting.statistics.survival.SurvivalData.Study;
import org.rapport.reporting.statistics.survival.SurvivalData.Subject;

@Domain(SurvivalData.class)
@Domain(DomainContext.Global.class)
class CoxLawsTest {

    private static final double SAME = 1e-7;

    private static Covariates covariates(double[]... columns) {
        Map<String, double[]> named = new LinkedHashMap<>();
        for (double[] column : columns) {
            named.put("x" + named.size(), column);
        }
        return Covariates.of(columns[0].length, named);
    }

    private static double[] map(double[] values, DoubleUnaryOperator function) {
        return Arrays.stream(values).map(function).toArray();
    }

    private static Cox cox(Study study) {
        return Cox.of(study.times(), covariates(study.x(), study.z()));
    }

    /** Far from monotone likelihood, where any rounding is magnified. */
    private static boolean isTame(Cox cox) {
        return cox.defined()
                && cox.dropped().isEmpty()
                && IntStream.range(0, 2)
                        .allMatch(j -> cox.coefficients().modelBased().standardError(j) < 10);
    }

    private static void assertSame(String what, double actual, double expected) {
        assertThat(what, actual, closeTo(expected, SAME * (1 + Math.abs(expected))));
    }

    @Property(tries = 150)
    void orderUnitsAndOriginsDoNotMatter(@ForAll Study study, @ForAll Random random) {
        Cox cox = cox(study);
        Assume.that(isTame(cox));
        List<Subject> shuffled = new ArrayList<>(study.subjects());
        Collections.shuffle(shuffled, random);
        Study other = new Study(shuffled);
        Cox again = Cox.of(
                other.times(24), covariates(map(other.x(), x -> 1e6 - 1000 * x), map(other.z(), z -> z / 3 + 7)));
        Inference expected = cox.coefficients().modelBased();
        Inference actual = again.coefficients().modelBased();
        assertSame("x", -1000 * actual.coefficient(0), expected.coefficient(0));
        assertSame("z", actual.coefficient(1) / 3, expected.coefficient(1));
        assertSame("error", 1000 * actual.standardError(0), expected.standardError(0));
        assertSame("likelihood", again.logLikelihood(), cox.logLikelihood());
        assertSame("score", again.scoreTest().statistic(), cox.scoreTest().statistic());
        assertThat(again.concordance(), is(cox.concordance()));
        assertThat(again.warnings(), is(cox.warnings()));
    }

    @Property(tries = 150)
    void onlyTheOrderOfTimesCounts(@ForAll Study study) {
        Cox cox = cox(study);
        Assume.that(isTame(cox));
        SurvivalTimes times = study.times();
        double[] stretched = IntStream.range(0, times.size())
                .mapToDouble(i -> Math.expm1(times.time(i)))
                .toArray();
        boolean[] event = new boolean[times.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = times.event(i);
        }
        Cox again = Cox.of(SurvivalTimes.of(stretched, event), covariates(study.x(), study.z()));
        assertThat(again.logLikelihood(), is(cox.logLikelihood()));
        assertThat(again.proportionalHazards(), is(cox.proportionalHazards()));
    }

    /** Everybody counted twice: with Breslow's rule the same estimate, and within clusters the same robust errors. */
    @Property(tries = 100)
    void countingEverybodyTwiceFoolsTheModelButNotTheClusters(@ForAll Study study) {
        List<Subject> two = new ArrayList<>(study.subjects());
        two.addAll(study.subjects());
        Study twice = new Study(two);
        int n = study.subjects().size();
        Cox once = Cox.of(study.times(), covariates(study.x(), study.z()), new int[n], Ties.BRESLOW);
        Assume.that(isTame(once));
        Cox doubled = Cox.of(twice.times(), covariates(twice.x(), twice.z()), new int[2 * n], Ties.BRESLOW);
        int[] person = IntStream.range(0, n).toArray();
        int[] personTwice = IntStream.range(0, 2 * n).map(i -> i % n).toArray();
        Inference robust = once.coefficients().clusterRobust(person);
        Inference robustTwice = doubled.coefficients().clusterRobust(personTwice);
        Inference naive = once.coefficients().modelBased();
        Inference naiveTwice = doubled.coefficients().modelBased();
        for (int j = 0; j < 2; j++) {
            assertSame("coefficient", robustTwice.coefficient(j), robust.coefficient(j));
            if (robust.standardError(j) != null && robust.standardError(j) > 1e-6) {
                assertSame("robust", robustTwice.standardError(j), robust.standardError(j));
            }
            assertSame("naive", naiveTwice.standardError(j) * Math.sqrt(2), naive.standardError(j));
        }
    }

    @Property(tries = 150)
    void theScoreTestOfTwoGroupsWithoutTiesIsTheLogRankTest(@ForAll Study study) {
        double[] distinct = IntStream.range(0, study.subjects().size())
                .mapToDouble(i -> study.subjects().get(i).time() + i / 1000.0)
                .toArray();
        boolean[] event = new boolean[distinct.length];
        for (int i = 0; i < event.length; i++) {
            event[i] = study.subjects().get(i).event();
        }
        SurvivalTimes times = SurvivalTimes.of(distinct, event);
        LogRank logRank = LogRank.of(times, study.groups());
        Assume.that(logRank.defined());
        Cox cox = Cox.of(
                times, covariates(Arrays.stream(study.groups()).asDoubleStream().toArray()));
        assertSame("score", cox.scoreTest().statistic(), logRank.statistic());
    }

    @Property(tries = 100)
    void aCopyOfACovariateAndAConstantSayNothingNew(@ForAll Study study) {
        Cox cox = cox(study);
        Assume.that(isTame(cox));
        double[] sum = IntStream.range(0, study.x().length)
                .mapToDouble(i -> study.x()[i] - 2 * study.z()[i] + 1)
                .toArray();
        Cox more = Cox.of(
                study.times(),
                covariates(map(study.x(), x -> 0.1), study.x(), study.z(), map(study.x(), x -> 3 * x), sum));
        assertThat(
                more.dropped(),
                contains(
                        new Dropped("x0", Dropped.CONSTANT),
                        new Dropped("x3", Dropped.COLLINEAR),
                        new Dropped("x4", Dropped.COLLINEAR)));
        assertSame("likelihood", more.logLikelihood(), cox.logLikelihood());
        assertThat(more.coefficients().names(), contains("x1", "x2"));
    }

    @Property(tries = 150)
    void whateverTheDataItIsAnEstimateOrAReason(@ForAll Study study) {
        Cox cox = cox(study);
        assertThat(cox.defined(), is(cox.reason() == null));
        if (cox.defined()) {
            Inference inference = cox.coefficients().modelBased();
            for (int j = 0; j < cox.coefficients().names().size(); j++) {
                assertThat(inference.standardError(j), notNullValue());
            }
            assertThat(cox.logLikelihood() >= cox.logLikelihoodNull() - 1e-9, is(true));
        }
    }

    private static boolean[] events(boolean... events) {
        return events;
    }

    @Example
    void aLikelihoodThatKeepsRisingIsSaidToHaveNoFiniteEstimate() {
        // all events among the exposed, who all have them before anybody else is gone
        double[] time = {1, 2, 3, 4, 5, 6, 7, 8};
        boolean[] event = events(true, true, true, true, false, false, false, false);
        double[] exposed = {1, 1, 1, 1, 0, 0, 0, 0};
        double[] other = {3, 1, 4, 1, 5, 9, 2, 6};
        Cox cox = Cox.of(SurvivalTimes.of(time, event), covariates(other, exposed));
        assertThat(cox.coefficients(), nullValue());
        assertThat(
                cox.reason(),
                is("monotone likelihood, no finite estimate: it keeps rising with the coefficient of x1"));
        assertThat(cox.likelihoodRatioTest().pValue() < 0.05, is(true));
        assertThat(cox.scoreTest().defined(), is(true));
        assertThat(cox.proportionalHazards().reason(), containsString("monotone likelihood"));
        assertThat(cox.concordance(), nullValue());
    }

    @Example
    void whatVariesOnlyAmongThoseNoLongerAtRiskSaysNothing() {
        double[] time = {1, 2, 3, 4, 5};
        boolean[] event = events(false, false, true, true, true);
        Cox cox = Cox.of(SurvivalTimes.of(time, event), covariates(new double[] {1, 2, 0, 0, 0}));
        assertThat(cox.dropped(), contains(new Dropped("x0", "constant among those at risk")));
        assertThat(cox.reason(), is("no covariate that varies among those at risk"));
    }

    @Example
    void withoutEventsThereIsNothingToFit() {
        Cox cox = Cox.of(SurvivalTimes.of(new double[] {1, 2}, new boolean[2]), covariates(new double[] {0, 1}));
        assertThat(cox.reason(), is("no event"));
        assertThat(cox.likelihoodRatioTest().reason(), is("no event"));
    }

    @Example
    void tooFewEventsPerCovariateAreFlagged() {
        double[] time = new double[19];
        Arrays.setAll(time, i -> i + 1);
        boolean[] event = new boolean[19];
        Arrays.fill(event, true);
        double[] x = new double[19];
        Arrays.setAll(x, i -> i % 3);
        double[] z = new double[19];
        Arrays.setAll(z, i -> i % 5);
        SurvivalTimes times = SurvivalTimes.of(time, event);
        assertThat(Cox.of(times, covariates(x)).warnings(), empty());
        assertThat(
                Cox.of(times, covariates(x, z)).warnings(),
                contains("19 events for 2 covariates: fewer than 10 for each, too few to rely on coefficients and"
                        + " intervals"));
    }

    @Example
    void oneClusterGivesNoRobustError() {
        double[] time = {1, 2, 3, 4, 5, 6};
        Cox cox = Cox.of(
                SurvivalTimes.of(time, events(true, true, true, true, true, true)),
                covariates(new double[] {1, 0, 1, 0, 0, 1}));
        Inference robust = cox.coefficients().clusterRobust(new int[6]);
        assertThat(robust.standardError(0), nullValue());
        assertThat(robust.wald().reason(), is("fewer than two clusters"));
        assertThat(robust.ratio(0).reason(), is("fewer than two clusters"));
    }

    @Example
    void manyRowsAreNoMatter() {
        Random random = new Random(7);
        int n = 20_000;
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        double[] x = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextGaussian();
            z[i] = random.nextBoolean() ? 1 : 0;
            time[i] = Math.ceil(-1000 * Math.log(random.nextDouble()) * Math.exp(-0.5 * x[i] + 0.3 * z[i]));
            event[i] = random.nextInt(3) > 0;
        }
        Cox cox = Cox.of(SurvivalTimes.of(time, event), covariates(x, z));
        assertThat(cox.coefficients().modelBased().coefficient(0), closeTo(0.5, 0.04));
        assertThat(cox.coefficients().modelBased().coefficient(1), closeTo(-0.3, 0.07));
    }
}
