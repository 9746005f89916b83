package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

class EValueTest {

    private static Estimate ratio(double value, double lower, double upper) {
        return Estimate.of(value, lower, upper, "given");
    }

    @Test
    void noAssociationNeedsNoConfounder() {
        assertThat(EValue.of(ratio(1, 0.5, 2)), is(new EValue(1.0, 1.0, null)));
    }

    @Test
    void anIntervalThatCoversOneNeedsNoConfounder() {
        assertThat(EValue.of(ratio(1.3, 0.9, 1.9)).limit(), is(1.0));
        assertThat(EValue.of(ratio(0.7, 0.4, 1.1)).limit(), is(1.0));
        assertThat(EValue.of(ratio(0.7, 0.4, 1)).limit(), is(1.0));
    }

    @Test
    void aRatioAndItsInverseNeedTheSameConfounder() {
        EValue harmful = EValue.of(ratio(4, 2, 8));
        EValue protective = EValue.of(ratio(0.25, 0.125, 0.5));
        assertThat(harmful.value(), closeTo(4 + Math.sqrt(12), 1e-14));
        assertThat(harmful.limit(), closeTo(2 + Math.sqrt(2), 1e-14));
        assertThat(protective.value(), closeTo(harmful.value(), 1e-14));
        assertThat(protective.limit(), closeTo(harmful.limit(), 1e-14));
        EValue hazard = EValue.ofCommonHazardRatio(ratio(4, 2, 8));
        EValue inverse = EValue.ofCommonHazardRatio(ratio(0.25, 0.125, 0.5));
        assertThat(inverse.value(), closeTo(hazard.value(), 1e-13));
        assertThat(inverse.limit(), closeTo(hazard.limit(), 1e-13));
    }

    @Test
    void extremeRatiosStayFinite() {
        for (double extreme : new double[] {1e-150, 1e150}) {
            Estimate given = ratio(extreme, extreme, extreme);
            assertThat(Double.isFinite(EValue.of(given).value()), is(true));
            assertThat(Double.isFinite(EValue.ofCommonOddsRatio(given).value()), is(true));
            assertThat(Double.isFinite(EValue.ofCommonHazardRatio(given).value()), is(true));
        }
    }

    @Test
    void isUndefinedOfAnUndefinedOrImpossibleRatio() {
        assertThat(EValue.of(Estimate.undefined("an empty cell")), is(new EValue(null, null, "an empty cell")));
        assertThat(EValue.of(ratio(0, 0, 0.5)), is(new EValue(null, null, "not a positive ratio")));
        assertThat(EValue.of(Estimate.of(2)).limit(), nullValue());
    }
}
