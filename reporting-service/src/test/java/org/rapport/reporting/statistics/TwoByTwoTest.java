package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TwoByTwoTest {

    @Test
    void aProportionCarriesItsCounts() {
        Estimate risk = new TwoByTwo(90, 289, 43, 323).riskExposed();
        assertThat(risk.count(), is(90L));
        assertThat(risk.of(), is(379L));
        assertThat(risk.level(), is(0.95));
        assertThat(risk.method(), is("Wilson"));
        assertThat(risk.reason(), nullValue());
    }

    @Test
    void ratiosAreUndefinedWithoutOutcomesInAGroup() {
        for (TwoByTwo table : new TwoByTwo[] {new TwoByTwo(0, 17, 5, 33), new TwoByTwo(1, 8, 0, 13)}) {
            assertUndefined(table.relativeRisk(), "no outcome in one of the groups");
            assertUndefined(table.oddsRatio(), "an empty cell");
            assertUndefined(EValue.of(table.relativeRisk()), "no outcome in one of the groups");
            assertThat(table.riskDifference().defined(), is(true));
            assertThat(table.relativeRiskHaldane().defined(), is(true));
            assertThat(table.oddsRatioHaldane().defined(), is(true));
        }
    }

    @Test
    void theOddsRatioIsUndefinedWhenEverybodyInAGroupHasTheOutcome() {
        assertUndefined(new TwoByTwo(10, 0, 6, 14).oddsRatio(), "an empty cell");
        assertThat(new TwoByTwo(10, 0, 6, 14).relativeRisk().defined(), is(true));
    }

    @Test
    void nothingIsComparedWithAnEmptyGroup() {
        for (TwoByTwo table :
                new TwoByTwo[] {new TwoByTwo(0, 0, 3, 4), new TwoByTwo(3, 4, 0, 0), new TwoByTwo(0, 0, 0, 0)}) {
            assertUndefined(table.riskDifference(), "nobody in one of the groups");
            assertUndefined(table.riskDifferenceWald(), "nobody in one of the groups");
            assertUndefined(table.relativeRisk(), "nobody in one of the groups");
            assertUndefined(table.oddsRatio(), "nobody in one of the groups");
            assertUndefined(table.phi(), "an empty margin");
            assertUndefined(table.chiSquared(), "an empty margin");
        }
        assertUndefined(new TwoByTwo(0, 0, 3, 4).riskExposed(), "nobody in the group");
        assertUndefined(new TwoByTwo(3, 4, 0, 0).riskUnexposedClopperPearson(), "nobody in the group");
    }

    @Test
    void associationIsUndefinedWhenAllOrNoneHaveTheOutcome() {
        for (TwoByTwo table : new TwoByTwo[] {new TwoByTwo(3, 0, 4, 0), new TwoByTwo(0, 3, 0, 4)}) {
            assertUndefined(table.phi(), "an empty margin");
            assertUndefined(table.chiSquared(), "an empty margin");
            assertThat(table.fisherExact().reason(), is("an empty margin"));
            assertThat(table.riskDifference().value(), is(0.0));
        }
    }

    @Test
    void aRatioWithoutVariationHasNoInterval() {
        Estimate ratio = new TwoByTwo(12, 0, 9, 0).relativeRisk();
        assertThat(ratio.value(), is(1.0));
        assertThat(ratio.lower(), nullValue());
        assertThat(ratio.upper(), nullValue());
        assertThat(ratio.reason(), is("no variation to give an interval"));
        assertThat(EValue.of(ratio).limit(), nullValue());
    }

    @Test
    void hugeCountsNeitherOverflowNorLoseDigits() {
        long k = 1L << 49;
        TwoByTwo table = new TwoByTwo(3 * k, k, k, 3 * k);
        assertThat(table.total(), is(8 * k));
        assertThat(table.oddsRatio().value(), closeTo(9, 1e-12));
        assertThat(table.relativeRisk().value(), closeTo(3, 1e-12));
        assertThat(table.phi().value(), closeTo(0.5, 1e-15));
        assertThat(table.chiSquared().statistic() / (8.0 * k), closeTo(0.25, 1e-12));
        assertThat(table.chiSquared().pValue(), is(0.0));
        assertThat(table.riskExposed().lower(), closeTo(0.75, 1e-6));
        assertThat(table.riskExposedClopperPearson().upper(), closeTo(0.75, 1e-6));
        assertThat(table.relativeRiskKoopman().lower(), closeTo(3, 1e-6));
        assertThat(table.fisherExact().reason(), containsString("too many"));
    }

    @Test
    void aDifferenceOfHugeProductsKeepsItsLastDigit() {
        long n = 100_000_000_000_000L;
        assertThat(new TwoByTwo(n + 1, n, n, n - 1).crossDifference(), is(-1.0));
        assertThat(new TwoByTwo(n + 1, n, n, n + 1).crossDifference(), is(2.0 * n + 1));
    }

    @Test
    void rareOutcomesKeepTheirDigits() {
        Estimate wilson = new Proportion(1, 1_000_000_000_000L).wilson();
        Estimate exact = new Proportion(1, 1_000_000_000_000L).clopperPearson();
        // the limits of a Poisson count of one, over the denominator
        assertThat(exact.lower() * 1e12, closeTo(0.0253178079842899, 1e-11));
        assertThat(exact.upper() * 1e12, closeTo(5.57164339093889, 1e-9));
        assertThat(wilson.lower() * 1e12, closeTo(0.176524554935174, 1e-14));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertRefused(() -> new TwoByTwo(-1, 2, 3, 4), "Negative count in the table -1, 2, 3, 4");
        assertRefused(() -> new TwoByTwo(1, 2, 3, -4), "Negative count");
        assertRefused(() -> new TwoByTwo(Long.MAX_VALUE, 1, 1, 1), "More than");
        assertRefused(() -> new TwoByTwo(1L << 52, 1L << 52, 1L << 52, 1L << 52), "More than");
        assertRefused(() -> new Proportion(3, 2), "3 of 2");
        assertRefused(() -> new Proportion(-1, 2), "-1 of 2");
    }

    @Test
    void anEstimateIsNeverNotANumber() {
        assertRefused(() -> Estimate.of(Double.NaN), "Not a finite value");
        assertRefused(() -> Estimate.of(1, 0, Double.POSITIVE_INFINITY, "any"), "Not a finite upper");
        assertRefused(() -> Estimate.logNormal(1, Double.NaN, "any"), "Not a finite lower");
        assertRefused(() -> Estimate.undefined(null), "needs a reason");
        assertRefused(() -> TestResult.chiSquared(Double.POSITIVE_INFINITY, 1, "any"), "Not a finite statistic");
        assertRefused(() -> new TestResult(1.0, 1L, 1.5, "any", null), "Not a p-value");
        assertRefused(() -> TestResult.undefined(null), "needs a reason");
    }

    private static void assertRefused(Executable attempt, String message) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, attempt);
        assertThat(refusal.getMessage(), containsString(message));
    }

    private static void assertUndefined(Estimate estimate, String reason) {
        assertThat(estimate.defined(), is(false));
        assertThat(estimate, is(Estimate.undefined(reason)));
    }

    private static void assertUndefined(EValue eValue, String reason) {
        assertThat(eValue, is(new EValue(null, null, reason)));
    }

    private static void assertUndefined(ChiSquared test, String reason) {
        assertThat(test.defined(), is(false));
        assertThat(test.reason(), is(reason));
        assertThat(test.statistic(), nullValue());
    }
}
