package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.rapport.reporting.statistics.Agreement.assertInverse;
import static org.rapport.reporting.statistics.Agreement.assertOpposite;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Tables.class)
@Domain(DomainContext.Global.class)
class StratifiedTest {

    private static Stratified of(List<TwoByTwo> tables) {
        return new Stratified(IntStream.range(0, tables.size())
                .mapToObj(i -> new Stratum("S" + i, tables.get(i)))
                .toList());
    }

    private static Stratified of(TwoByTwo... tables) {
        return of(List.of(tables));
    }

    @Property
    void theOrderOfStrataDoesNotMatter(@ForAll @Size(min = 1, max = 12) List<TwoByTwo> tables, @ForAll Random random) {
        List<TwoByTwo> shuffled = new ArrayList<>(tables);
        Collections.shuffle(shuffled, random);
        assertSameAnswers(of(shuffled), of(tables));
    }

    @Property
    void strataWithAnEmptyMarginTellNothingOfTheOddsRatio(@ForAll @Size(max = 6) List<TwoByTwo> tables) {
        Stratified bare = of(tables);
        List<TwoByTwo> more = new ArrayList<>(tables);
        more.add(new TwoByTwo(0, 0, 0, 0));
        more.add(new TwoByTwo(4, 9, 0, 0));
        more.add(new TwoByTwo(0, 9, 0, 3));
        more.add(new TwoByTwo(4, 0, 7, 0));
        Stratified padded = of(more);
        assertThat(padded.informativeStrata(), is(bare.informativeStrata()));
        assertSame("odds ratio", padded.oddsRatio(), bare.oddsRatio());
        assertSame(
                "test",
                padded.cochranMantelHaenszel().pValue(),
                bare.cochranMantelHaenszel().pValue());
        assertSame(
                "homogeneity", padded.breslowDay().pValue(), bare.breslowDay().pValue());
    }

    private static void assertSameAnswers(Stratified actual, Stratified expected) {
        assertThat(actual.crude(), is(expected.crude()));
        assertSame("odds ratio", actual.oddsRatio(), expected.oddsRatio());
        assertSame("relative risk", actual.relativeRisk(), expected.relativeRisk());
        assertSame("difference", actual.riskDifference(), expected.riskDifference());
        assertSame("difference", actual.riskDifferenceGreenlandRobins(), expected.riskDifferenceGreenlandRobins());
        assertSame(
                "test",
                actual.cochranMantelHaenszel().statistic(),
                expected.cochranMantelHaenszel().statistic());
        assertThat(actual.breslowDay().df(), is(expected.breslowDay().df()));
        assertSame(
                "homogeneity",
                actual.breslowDay().statistic(),
                expected.breslowDay().statistic());
    }

    @Property
    void aSingleStratumIsTheCrudeTable(@ForAll TwoByTwo table) {
        Stratified single = of(table);
        Assume.that(table.informative());
        if (table.oddsRatio().defined()) {
            assertSame("odds ratio", single.oddsRatio(), table.oddsRatio());
        }
        assertSame("relative risk", single.relativeRisk(), table.relativeRisk());
        assertSame("difference", single.riskDifferenceGreenlandRobins(), table.riskDifferenceWald());
        assertSame(
                "difference",
                single.riskDifference().value(),
                table.riskDifference().value());
        assertSame(
                "test",
                single.cochranMantelHaenszel().statistic(),
                table.chiSquared().nMinusOne().statistic());
        assertThat(single.breslowDay().reason(), is("fewer than two informative strata"));
    }

    @Property
    void swappingTheGroupsInvertsWhatIsPooled(@ForAll @Size(min = 1, max = 6) List<TwoByTwo> tables) {
        Stratified swapped = of(tables.stream()
                .map(t -> new TwoByTwo(t.c(), t.d(), t.a(), t.b()))
                .toList());
        Stratified strata = of(tables);
        assertInverse("odds ratio", swapped.oddsRatio(), strata.oddsRatio());
        assertInverse("relative risk", swapped.relativeRisk(), strata.relativeRisk());
        assertOpposite("Sato", swapped.riskDifference(), strata.riskDifference());
        assertOpposite(
                "Greenland-Robins", swapped.riskDifferenceGreenlandRobins(), strata.riskDifferenceGreenlandRobins());
        assertSame(
                "test",
                swapped.cochranMantelHaenszel().pValue(),
                strata.cochranMantelHaenszel().pValue());
    }

    @Property
    void thePooledRatioLiesBetweenThoseOfTheStrata(@ForAll @Size(min = 1, max = 6) List<TwoByTwo> tables) {
        List<TwoByTwo> usable =
                tables.stream().filter(t -> t.oddsRatio().defined()).toList();
        Assume.that(!usable.isEmpty());
        double pooled = of(usable).oddsRatio().value();
        double[] each =
                usable.stream().mapToDouble(t -> t.oddsRatio().value()).sorted().toArray();
        assertThat(pooled, greaterThanOrEqualTo(each[0] * (1 - 1e-12)));
        assertThat(pooled, lessThanOrEqualTo(each[each.length - 1] * (1 + 1e-12)));
    }

    @Property
    void strataThatAreAlikeAreHomogeneous(@ForAll TwoByTwo table) {
        Assume.that(table.oddsRatio().defined());
        BreslowDay test = of(table, table, table).breslowDay();
        assertThat(test.df(), is(2L));
        assertThat(test.statistic(), closeTo(0, 1e-9));
        assertThat(test.tarone().pValue(), closeTo(1, 1e-9));
    }

    @Property
    void taronesStatisticIsNeverAboveBreslowAndDays(@ForAll @Size(min = 2, max = 8) List<TwoByTwo> tables) {
        BreslowDay test = of(tables).breslowDay();
        Assume.that(test.defined());
        assertThat(test.tarone().statistic(), lessThanOrEqualTo(test.statistic()));
        assertThat(test.tarone().pValue(), greaterThanOrEqualTo(test.pValue()));
    }

    /** The variance written out as published, cancellation and all. */
    @Property
    void theVarianceOfTheRelativeRiskIsThePublishedOne(@ForAll @Size(min = 1, max = 6) List<TwoByTwo> tables) {
        Estimate pooled = of(tables).relativeRisk();
        Assume.that(pooled.seLog() != null);
        double numerator = 0;
        double exposed = 0;
        double unexposed = 0;
        for (TwoByTwo t : tables) {
            double n = Math.max(1, t.total());
            numerator += ((double) t.outcomes() * t.exposed() * t.unexposed() - (double) t.a() * t.c() * n) / (n * n);
            exposed += (double) t.a() * t.unexposed() / n;
            unexposed += (double) t.c() * t.exposed() / n;
        }
        double expected = numerator / exposed / unexposed;
        assertThat(pooled.seLog() * pooled.seLog(), closeTo(expected, 1e-9 * expected));
    }

    @Example
    void withoutStrataNothingIsDefined() {
        Stratified none = new Stratified(List.of());
        assertThat(none.crude(), is(new TwoByTwo(0, 0, 0, 0)));
        assertThat(none.oddsRatio().reason(), is("no informative stratum"));
        assertThat(none.relativeRisk().reason(), is("nobody in one of the groups"));
        assertThat(none.riskDifference().reason(), is("nobody in one of the groups"));
        assertThat(none.riskDifferenceGreenlandRobins().defined(), is(false));
        assertThat(none.cochranMantelHaenszel().pValue(), nullValue());
        assertThat(none.cochranMantelHaenszel().reason(), is("no informative stratum"));
        assertThat(none.breslowDay().reason(), is("fewer than two informative strata"));
        assertThat(none.warnings(), empty());
    }

    @Example
    void anOddsRatioWithTheSameEmptyDiagonalEverywhereIsUndefined() {
        Stratified strata = of(new TwoByTwo(0, 5, 4, 6), new TwoByTwo(3, 7, 9, 0));
        assertThat(strata.oddsRatio().reason(), is("an empty cell in every stratum, on the same diagonal"));
        assertThat(strata.breslowDay().reason(), is("an empty cell in every stratum, on the same diagonal"));
        assertThat(strata.cochranMantelHaenszel().defined(), is(true));
    }

    @Example
    void aStratumWithAnEmptyCellStillCounts() {
        Stratified strata = of(new TwoByTwo(1, 8, 0, 13), new TwoByTwo(23, 70, 11, 54));
        assertThat(strata.informativeStrata(), is(2));
        assertThat(strata.oddsRatio().defined(), is(true));
        assertThat(strata.breslowDay().df(), is(1L));
    }

    @Example
    void groupsEntirelyApartLeaveTheDifferenceWithoutAnInterval() {
        Stratified strata = of(new TwoByTwo(0, 3, 20, 0), new TwoByTwo(0, 14, 7, 0), new TwoByTwo(0, 18, 7, 0));
        assertThat(strata.riskDifference().value(), closeTo(-1, 1e-15));
        assertThat(strata.riskDifference().lower(), nullValue());
        assertThat(strata.riskDifference().reason(), is("no variation to give an interval"));
        assertThat(strata.riskDifferenceGreenlandRobins().lower(), nullValue());
    }

    @Example
    void outcomesOfOneGroupAloneLeaveTheRelativeRiskUndefined() {
        Stratified strata = of(new TwoByTwo(0, 5, 4, 6), new TwoByTwo(0, 7, 9, 2));
        assertThat(strata.relativeRisk().reason(), is("no outcome in one of the groups"));
        assertThat(strata.riskDifference().defined(), is(true));
    }

    @Example
    void theCorrectionIsLeftOutWhereItExceedsTheDeviation() {
        CochranMantelHaenszel test = of(new TwoByTwo(5, 5, 5, 6)).cochranMantelHaenszel();
        assertThat(test.corrected().statistic(), is(test.statistic()));
        CochranMantelHaenszel other = of(new TwoByTwo(8, 5, 5, 9)).cochranMantelHaenszel();
        assertThat(other.corrected().statistic() < other.statistic(), is(true));
    }

    @Example
    void strataThatTellNothingAreCountedInAWarning() {
        assertThat(
                of(new TwoByTwo(5, 5, 5, 6), new TwoByTwo(5, 5, 0, 0)).warnings(),
                contains(containsString("1 of 2 strata tell nothing")));
    }

    @Example
    void hugeStrataDoNotOverflow() {
        long k = 1L << 49;
        Stratified strata = of(new TwoByTwo(3 * k, k, k, 3 * k), new TwoByTwo(3, 1, 1, 3));
        assertThat(strata.oddsRatio().value(), closeTo(9, 1e-9));
        assertThat(strata.relativeRisk().value(), closeTo(3, 1e-9));
        assertThat(strata.riskDifference().value(), closeTo(0.5, 1e-9));
        assertThat(Stream.of(strata.breslowDay().pValue()).allMatch(Double::isFinite), is(true));
    }

    @Example
    void aStratumNeedsALabelAndATable() {
        assertThrows(NullPointerException.class, () -> new Stratum(null, new TwoByTwo(1, 2, 3, 4)));
        assertThrows(NullPointerException.class, () -> new Stratum("S", null));
    }
}
