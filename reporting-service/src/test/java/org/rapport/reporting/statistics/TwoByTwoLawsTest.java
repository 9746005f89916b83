package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.rapport.reporting.statistics.Agreement.assertInverse;
import static org.rapport.reporting.statistics.Agreement.assertOpposite;
import static org.rapport.reporting.statistics.Agreement.assertSame;

import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(Tables.class)
@Domain(DomainContext.Global.class)
class TwoByTwoLawsTest {

    private static TwoByTwo rowsSwapped(TwoByTwo table) {
        return new TwoByTwo(table.c(), table.d(), table.a(), table.b());
    }

    private static TwoByTwo columnsSwapped(TwoByTwo table) {
        return new TwoByTwo(table.b(), table.a(), table.d(), table.c());
    }

    private static TwoByTwo transposed(TwoByTwo table) {
        return new TwoByTwo(table.a(), table.c(), table.b(), table.d());
    }

    @Property
    void swappingTheGroupsInvertsTheRatios(@ForAll TwoByTwo table) {
        TwoByTwo swapped = rowsSwapped(table);
        assertInverse("relative risk", swapped.relativeRisk(), table.relativeRisk());
        assertInverse("odds ratio", swapped.oddsRatio(), table.oddsRatio());
        assertInverse("odds ratio, Haldane", swapped.oddsRatioHaldane(), table.oddsRatioHaldane());
        if (table.relativeRisk().defined()) {
            assertInverse("Koopman", swapped.relativeRiskKoopman(), table.relativeRiskKoopman());
        }
    }

    @Property
    void swappingTheGroupsTurnsTheDifferenceRound(@ForAll TwoByTwo table) {
        TwoByTwo swapped = rowsSwapped(table);
        assertOpposite("Newcombe", swapped.riskDifference(), table.riskDifference());
        assertOpposite("Wald", swapped.riskDifferenceWald(), table.riskDifferenceWald());
        assertOpposite("phi", swapped.phi(), table.phi());
    }

    @Property
    void swappingTheOutcomesInvertsTheOddsRatioAndTurnsTheDifferenceRound(@ForAll TwoByTwo table) {
        TwoByTwo swapped = columnsSwapped(table);
        assertInverse("odds ratio", swapped.oddsRatio(), table.oddsRatio());
        assertOpposite("Newcombe", swapped.riskDifference(), table.riskDifference());
    }

    @Property
    void transposingKeepsWhatIsSymmetric(@ForAll TwoByTwo table) {
        TwoByTwo transposed = transposed(table);
        assertSame("phi", transposed.phi(), table.phi());
        assertSame(
                "chi-squared",
                transposed.chiSquared().statistic(),
                table.chiSquared().statistic());
        assertSame(
                "Fisher", transposed.fisherExact().pValue(), table.fisherExact().pValue());
        if (table.oddsRatio().defined()) {
            assertSame("odds ratio", transposed.oddsRatio(), table.oddsRatio());
        }
    }

    @Property
    void risksLieInTheirIntervalsAndTheseBetweenZeroAndOne(@ForAll TwoByTwo table) {
        Stream.of(
                        table.riskExposed(),
                        table.riskUnexposed(),
                        table.riskExposedClopperPearson(),
                        table.riskUnexposedClopperPearson())
                .filter(Estimate::defined)
                .forEach(risk -> {
                    assertThat(risk.lower(), allOf(greaterThanOrEqualTo(0.0), lessThanOrEqualTo(risk.value())));
                    assertThat(risk.upper(), allOf(greaterThanOrEqualTo(risk.value()), lessThanOrEqualTo(1.0)));
                });
    }

    @Property
    void theExactIntervalOfARiskLeavesHalfTheErrorAtEachEnd(
            @ForAll @LongRange(min = 0, max = 60) long count, @ForAll @LongRange(min = 0, max = 60) long others) {
        Assume.that(count + others > 0);
        Estimate risk = new Proportion(count, count + others).clopperPearson();
        if (count > 0) {
            assertSame("at the lower limit", Exactly.binomialAtLeast(count, count + others, risk.lower()), 0.025);
        }
        if (others > 0) {
            assertSame("at the upper limit", Exactly.binomialAtMost(count, count + others, risk.upper()), 0.025);
        }
    }

    @Property
    void estimatesLieInTheirIntervals(@ForAll TwoByTwo table) {
        Stream.of(
                        table.riskDifference(),
                        table.riskDifferenceWald(),
                        table.relativeRisk(),
                        table.relativeRiskKoopman(),
                        table.relativeRiskHaldane(),
                        table.oddsRatio(),
                        table.oddsRatioHaldane(),
                        table.conditionalExact().oddsRatio(),
                        table.conditionalExact().midP())
                .filter(estimate -> estimate.value() != null && estimate.lower() != null)
                .forEach(estimate -> {
                    double rounding = 1e-12 * Math.abs(estimate.value());
                    assertThat(estimate.lower(), lessThanOrEqualTo(estimate.value() + rounding));
                    assertThat(estimate.upper(), greaterThanOrEqualTo(estimate.value() - rounding));
                });
    }

    @Property
    void newcombesIntervalStaysWithinOneOfZero(@ForAll TwoByTwo table) {
        Estimate difference = table.riskDifference();
        Assume.that(difference.defined());
        assertThat(difference.lower(), greaterThanOrEqualTo(-1 - 1e-12));
        assertThat(difference.upper(), lessThanOrEqualTo(1 + 1e-12));
    }

    @Property
    void correctionsOnlyEverMakeATestMoreCautious(@ForAll TwoByTwo table) {
        ChiSquared test = table.chiSquared();
        Assume.that(test.defined());
        assertThat(test.yates().pValue(), greaterThanOrEqualTo(test.pValue()));
        assertThat(test.nMinusOne().pValue(), greaterThanOrEqualTo(test.pValue()));
    }

    @Property
    void theEValueIsTheSameOfARatioAndOfItsInverse(@ForAll TwoByTwo table) {
        EValue eValue = EValue.of(table.relativeRisk());
        EValue swapped = EValue.of(rowsSwapped(table).relativeRisk());
        assertSame("value", swapped.value(), eValue.value());
        if (table.relativeRisk().lower() != null) {
            assertSame("limit", swapped.limit(), eValue.limit());
            assertThat(eValue.limit(), allOf(greaterThanOrEqualTo(1.0), lessThanOrEqualTo(eValue.value() + 1e-9)));
        }
    }

    @Property
    void addingTablesAddsTheirCells(@ForAll TwoByTwo table, @ForAll TwoByTwo other) {
        TwoByTwo sum = table.plus(other);
        assertThat(sum.total(), is(table.total() + other.total()));
        assertThat(sum.exposed() + sum.unexposed(), is(sum.total()));
        assertThat(sum, is(other.plus(table)));
    }
}
