package org.rapport.reporting.statistics;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import org.junit.jupiter.api.Test;

/** Expected values: the examples of R's documentation of power.prop.test, and formulas computed by hand. */
class SampleSizeTest {

    @Test
    void powerIsThatOfR() {
        assertThat(SampleSize.power(50, 0.75, 50, 0.5), closeTo(0.7401659, 5e-8));
    }

    @Test
    void theSizeNeededIsThatOfR() {
        // power.prop.test(p1 = .5, p2 = .75, power = .8) asks for 57.67344 per group
        assertThat(50 * SampleSize.timesLarger(50, 0.75, 50, 0.5), closeTo(57.67344, 5e-5));
    }

    @Test
    void theSizeNeededHasThePowerAskedForAlsoInUnequalGroups() {
        double times = SampleSize.timesLarger(40, 0.3, 160, 0.2);
        assertThat(SampleSize.power(40 * times, 0.3, 160 * times, 0.2), closeTo(0.8, 1e-12));
    }

    @Test
    void theDetectableProportionHasThePowerAskedFor() {
        double above = SampleSize.detectableAbove(80, 120, 0.2);
        double below = SampleSize.detectableBelow(80, 120, 0.2);
        assertThat(SampleSize.power(80, above, 120, 0.2), closeTo(0.8, 1e-9));
        assertThat(SampleSize.power(80, below, 120, 0.2), closeTo(0.8, 1e-9));
    }

    @Test
    void whatNoSizeCouldTellIsNull() {
        assertThat(SampleSize.timesLarger(10, 0.5, 10, 0.5), nullValue());
        assertThat(SampleSize.timesLarger(0, 0.5, 10, 0.4), nullValue());
        assertThat(SampleSize.detectableAbove(3, 3, 0.9), nullValue());
        assertThat(SampleSize.detectableBelow(30, 30, 0), nullValue());
        assertThat(SampleSize.power(10, 1, 10, 0), is(1.0));
        assertThat(SampleSize.events(1, 0.5), nullValue());
    }

    @Test
    void eventsNeededAreSchoenfelds() {
        // (1.959964 + 0.841621)² / (0.25 ln(2)²)
        assertThat(SampleSize.events(2, 0.5), closeTo(65.346, 5e-3));
        assertThat(SampleSize.events(0.5, 0.5), closeTo(SampleSize.events(2, 0.5), 1e-12));
    }
}
