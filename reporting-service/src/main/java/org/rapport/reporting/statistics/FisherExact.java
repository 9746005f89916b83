package org.rapport.reporting.statistics;

import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * P-values of independence given all margins, where a is hypergeometric. Two-sided is the probability of the tables no
 * more probable than the one observed; of the several definitions it is the one R takes, and so is the factor 1 + 1e-7
 * that keeps tables as probable as the observed one from being lost to rounding.
 */
final class FisherExact {

    private static final double ROUNDING = 1 + 1e-7;

    private final HypergeometricDistribution distribution;
    private final int observed;

    /** @param table informative, and small enough for its total to be an int */
    FisherExact(TwoByTwo table) {
        this.distribution = HypergeometricDistribution.of(
                Math.toIntExact(table.total()), Math.toIntExact(table.outcomes()), Math.toIntExact(table.exposed()));
        this.observed = Math.toIntExact(table.a());
    }

    double greater() {
        return distribution.survivalProbability(observed - 1);
    }

    double less() {
        return distribution.cumulativeProbability(observed);
    }

    /** Twice the smaller tail, only half of the observed table's probability in it. */
    double midP() {
        return 2 * (Math.min(greater(), less()) - distribution.probability(observed) / 2);
    }

    double twoSided() {
        double limit = distribution.probability(observed) * ROUNDING;
        int smallest = distribution.getSupportLowerBound();
        int largest = distribution.getSupportUpperBound();
        int mode = mode();
        if (distribution.probability(mode) <= limit) {
            return 1;
        }
        // the more probable tables are all those from the one to the other
        int first = firstThat(t -> distribution.probability(t) > limit, smallest, mode);
        int afterLast = firstThat(t -> distribution.probability(t) <= limit, mode, largest + 1);
        return distribution.cumulativeProbability(first - 1) + distribution.survivalProbability(afterLast - 1);
    }

    private int mode() {
        double outcomes = distribution.getNumberOfSuccesses() + 1.0;
        double exposed = distribution.getSampleSize() + 1.0;
        return (int) Math.floor(outcomes * exposed / (distribution.getPopulationSize() + 2.0));
    }

    /** By bisection, of a condition that holds from some number up to the last, the last taken for granted. */
    private static int firstThat(IntPredicate condition, int from, int last) {
        int low = from;
        int high = last;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
