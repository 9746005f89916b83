package org.rapport.reporting.report.readinessexposure;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

class HypergeometricTest {

    @Property(tries = 200)
    void probabilitiesAreThoseOfTheDistribution(
            @ForAll @IntRange(min = 1, max = 5_000) int people,
            @ForAll @IntRange(max = 1_000) int share,
            @ForAll @IntRange(max = 1_000) int drawnShare) {
        int ofKind = people * share / 1_000;
        int drawn = people * drawnShare / 1_000;
        HypergeometricDistribution reference = HypergeometricDistribution.of(people, ofKind, drawn);
        Hypergeometric tested = new Hypergeometric(people, ofKind, drawn);
        SplittableRandom random = new SplittableRandom(people);
        int least = reference.getSupportLowerBound();
        int most = reference.getSupportUpperBound();

        for (int number = least; number <= most; number++) {
            assertThat(tested.probabilityUpTo(number), closeTo(reference.cumulativeProbability(number), 1e-9));
        }
        assertThat(tested.next(random), both(greaterThanOrEqualTo(least)).and(lessThanOrEqualTo(most)));
    }
}
