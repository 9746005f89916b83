package org.rapport.reporting.statistics.survival;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.survival.SurvivalData.Study;
import org.rapport.reporting.statistics.survival.SurvivalData.Subject;

@Domain(SurvivalData.class)
@Domain(DomainContext.Global.class)
class SurvivalLawsTest {

    private static boolean[] all(int size, boolean value) {
        boolean[] events = new boolean[size];
        Arrays.fill(events, value);
        return events;
    }

    @Property(tries = 200)
    void whenNobodyIsCensoredItIsTheShareThatHasHadNoEvent(@ForAll Study study) {
        double[] time = study.subjects().stream().mapToDouble(Subject::time).toArray();
        KaplanMeier curve = KaplanMeier.of(SurvivalTimes.of(time, all(time.length, true)));
        double n = time.length;
        for (KaplanMeier.Point point : curve.points()) {
            double share = Arrays.stream(time).filter(t -> t > point.time()).count() / n;
            assertThat(point.survival(), closeTo(share, 1e-12));
            if (share > 0) {
                assertThat(point.standardError(), closeTo(Math.sqrt(share * (1 - share) / n), 1e-12));
            }
        }
        double[] sorted = Arrays.stream(time).sorted().toArray();
        double middle = (sorted[(time.length - 1) / 2] + sorted[time.length / 2]) / 2;
        assertThat(curve.median().value(), closeTo(middle, 1e-12));
        if (sorted[time.length - 1] > 0) {
            double mean = Arrays.stream(time).average().orElseThrow();
            assertThat(curve.restrictedMean(sorted[time.length - 1]).value(), closeTo(mean, 1e-10));
        }
    }

    @Property(tries = 200)
    void theCurveFallsWithinItsLimits(@ForAll Study study) {
        for (SurvivalInterval interval : SurvivalInterval.values()) {
            double before = 1;
            for (KaplanMeier.Point point :
                    KaplanMeier.of(study.times(), interval).points()) {
                assertThat(point.survival(), lessThanOrEqualTo(before));
                before = point.survival();
                if (point.lower() != null) {
                    assertThat(point.lower(), lessThanOrEqualTo(point.survival()));
                    assertThat(point.survival(), lessThanOrEqualTo(point.upper()));
                    assertThat(point.lower() >= 0 && point.upper() <= 1, is(true));
                }
            }
        }
    }

    @Property(tries = 200)
    void orderDoesNotMatterAndUnitsOfTimeOnlyScale(@ForAll Study study, @ForAll Random random) {
        List<Subject> shuffled = new ArrayList<>(study.subjects());
        Collections.shuffle(shuffled, random);
        Study other = new Study(shuffled);
        KaplanMeier curve = KaplanMeier.of(study.times());
        assertThat(KaplanMeier.of(other.times()), is(curve));

        KaplanMeier inHours = KaplanMeier.of(other.times(24));
        assertSame("median", inHours.median().value(), scaled(curve.median().value(), 24));
        assertSame("lower", inHours.median().lower(), scaled(curve.median().lower(), 24));
        assertSame("upper", inHours.median().upper(), scaled(curve.median().upper(), 24));
        Estimate mean = curve.restrictedMean(curve.last());
        assertSame("mean", inHours.restrictedMean(24 * curve.last()).value(), scaled(mean.value(), 24));

        LogRank test = LogRank.of(study.times(), study.groups());
        LogRank again = LogRank.of(other.times(24), other.groups());
        assertThat(again.reason(), is(test.reason()));
        assertSame("log-rank", again.statistic(), test.statistic());
    }

    private static Double scaled(Double value, double scale) {
        return value == null ? null : Double.valueOf(value * scale);
    }

    @Property(tries = 200)
    void whatEveryGroupHasTooManyAnotherHasTooFew(@ForAll Study study) {
        LogRank test = LogRank.of(study.times(), study.groups());
        double observed = test.observed().stream().mapToDouble(o -> o).sum();
        double expected = test.expected().stream().mapToDouble(e -> e).sum();
        assertThat(observed, closeTo(study.times().events(), 1e-9));
        assertThat(expected, closeTo(observed, 1e-9));
    }

    @Property(tries = 200)
    void namingTheGroupsOtherwiseChangesNoTest(@ForAll Study study) {
        int[] swapped = Arrays.stream(study.groups()).map(g -> 1 - g).toArray();
        int[] one = new int[swapped.length];
        assertSame(
                "log-rank",
                LogRank.of(study.times(), swapped).statistic(),
                LogRank.of(study.times(), study.groups()).statistic());
        assertSame(
                "Peto",
                LogRank.peto(study.times(), swapped, one).statistic(),
                LogRank.peto(study.times(), study.groups(), one).statistic());
    }

    @Property(tries = 200)
    void groupsThatAreAlikeDoNotDiffer(@ForAll Study study) {
        List<Subject> both = new ArrayList<>();
        for (Subject s : study.subjects()) {
            both.add(new Subject(s.time(), s.event(), 0, 0, 0));
            both.add(new Subject(s.time(), s.event(), 1, 0, 0));
        }
        Study twins = new Study(both);
        LogRank test = LogRank.of(twins.times(), twins.groups());
        Assume.that(test.defined());
        assertThat(test.statistic(), closeTo(0, 1e-12));
    }

    @Property(tries = 200)
    void aGroupsCurveIsThatOfItsRowsAlone(@ForAll Study study) {
        SurvivalCounts counts = SurvivalCounts.of(study.times(), study.groups(), 2);
        for (int g = 0; g < 2; g++) {
            int group = g;
            Study alone = new Study(study.subjects().stream()
                    .filter(subject -> subject.group() == group)
                    .toList());
            assertThat(KaplanMeier.of(counts, group), is(KaplanMeier.of(alone.times())));
        }
        assertThat(LogRank.of(counts), is(LogRank.of(study.times(), study.groups())));
    }

    /** Each compared within itself: what differs between strata, here everything, is no difference of the groups. */
    @Property(tries = 200)
    void strataAreComparedWithinThemselvesOnly(@ForAll Study study) {
        LogRank once = LogRank.of(study.times(), study.groups());
        List<Subject> two = new ArrayList<>(study.subjects());
        study.subjects().forEach(s -> two.add(new Subject(s.time() + 1000, s.event(), s.group(), 0, 0)));
        Study twice = new Study(two);
        int[] stratum = new int[two.size()];
        Arrays.fill(stratum, study.subjects().size(), two.size(), 1);
        LogRank stratified = LogRank.of(twice.times(), twice.groups(), stratum);
        Assume.that(once.defined());
        assertThat(stratified.method(), is("log-rank, stratified"));
        assertSame("log-rank", stratified.statistic(), 2 * once.statistic());
    }

    @Example
    void nobodyTellsNothing() {
        SurvivalTimes nobody = SurvivalTimes.of(new double[0], new boolean[0]);
        KaplanMeier curve = KaplanMeier.of(nobody);
        assertThat(curve.points().isEmpty(), is(true));
        assertThat(curve.median().reason(), is("nobody was followed"));
        assertThat(curve.at(30).survival(), nullValue());
        assertThat(curve.restrictedMean(30).defined(), is(false));
        assertThat(LogRank.of(nobody, new int[0]).reason(), is("no event"));
    }

    @Example
    void whenAllAreCensoredTheCurveStaysUpAndHasNoInterval() {
        SurvivalTimes censored = SurvivalTimes.of(new double[] {5, 9, 9}, new boolean[3]);
        KaplanMeier curve = KaplanMeier.of(censored);
        assertThat(curve.points().size(), is(2));
        assertThat(curve.points().get(1).lower(), nullValue());
        assertThat(curve.median().value(), nullValue());
        assertThat(curve.median().reason(), is("not reached within the follow-up"));
        assertThat(curve.at(7).atRisk(), is(2L));
        assertThat(curve.at(7).survival(), is(1.0));
        assertThat(curve.at(7).reason(), is("no event by then to give an interval"));
        assertThat(curve.at(10).reason(), is("nobody was followed that long"));
        assertThat(curve.restrictedMean(10).reason(), is("nobody was followed that long"));
        assertThat(LogRank.of(censored, new int[] {0, 1, 1}).reason(), is("no event"));
    }

    @Example
    void onceEverybodyHasHadTheEventNobodyComesBack() {
        KaplanMeier curve = KaplanMeier.of(SurvivalTimes.of(new double[] {1, 2, 3, 4}, all(4, true)));
        assertThat(curve.at(4).survival(), is(0.0));
        assertThat(curve.at(4).lower(), nullValue());
        assertThat(curve.at(100).survival(), is(0.0));
        assertThat(curve.restrictedMean(100).value(), is(2.5));
        assertThat(curve.restrictedMean(100).se(), closeTo(Math.sqrt(1.25 / 4), 1e-12));
    }

    @Example
    void theMedianLiesInTheMiddleOfAFlatAtOneHalf() {
        boolean[] events = {true, true, true, false};
        assertThat(median(new double[] {1, 2, 10, 12}, events), is(6.0));
        assertThat(median(new double[] {1, 2, 10, 12}, new boolean[] {true, true, false, false}), is(7.0));
    }

    private static Double median(double[] time, boolean[] event) {
        return KaplanMeier.of(SurvivalTimes.of(time, event)).median().value();
    }

    @Example
    void aSmallGroupHasAMedianWithoutAnUpperLimit() {
        Estimate median = KaplanMeier.of(
                        SurvivalTimes.of(new double[] {1, 2, 3, 8}, new boolean[] {true, true, true, false}))
                .median();
        assertThat(median.value(), is(2.5));
        assertThat(median.lower(), is(1.0));
        assertThat(median.upper(), nullValue());
        assertThat(median.reason(), is("no upper limit within the follow-up"));
    }

    @Example
    void groupsNeverAtRiskTogetherCannotBeCompared() {
        SurvivalTimes times = SurvivalTimes.of(new double[] {1, 2, 8, 9}, new boolean[] {false, false, true, true});
        LogRank test = LogRank.of(times, new int[] {0, 0, 1, 1});
        assertThat(test.reason(), is("events while only one group was at risk"));
        assertThat(test.expected(), is(List.of(0.0, 2.0)));
        int[] strata = {0, 0, 1, 1};
        LogRank apart =
                LogRank.of(SurvivalTimes.of(new double[] {1, 2, 1, 2}, all(4, true)), new int[] {0, 0, 1, 1}, strata);
        assertThat(apart.reason(), is("groups that were never at risk together"));
    }

    @Example
    void aDifferenceIsSeen() {
        double[] time = new double[40];
        Arrays.setAll(time, i -> i + 1);
        int[] group = new int[40];
        Arrays.fill(group, 20, 40, 1);
        LogRank test = LogRank.of(SurvivalTimes.of(time, all(40, true)), group);
        assertThat(test.pValue(), notNullValue());
        assertThat(test.statistic(), greaterThan(20.0));
    }
}
