package org.rapport.reporting.statistics.network;

import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/** Where a statistic lies among those of the permutations. */
final class PermutationTail {

    /** Permutations that change nothing that matters may differ by rounding. */
    private static final double ROUNDING = 1e-9;

    private final double observed;
    private final double same;
    private final Mean mean = new Mean();
    private final StandardDeviation deviation = new StandardDeviation(false);
    private long greater;
    private long less;
    private long asLarge;
    private double smallest = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    PermutationTail(double observed) {
        this.observed = observed;
        this.same = ROUNDING * Math.max(1, Math.abs(observed));
    }

    void add(double statistic) {
        greater += statistic >= observed - same ? 1 : 0;
        less += statistic <= observed + same ? 1 : 0;
        asLarge += Math.abs(statistic) >= Math.abs(observed) - same ? 1 : 0;
        mean.increment(statistic);
        deviation.increment(statistic);
        smallest = Math.min(smallest, statistic);
        largest = Math.max(largest, statistic);
    }

    double pGreater(Permutations permutations) {
        return p(greater, permutations);
    }

    double pLess(Permutations permutations) {
        return p(less, permutations);
    }

    double pTwoSided(Permutations permutations) {
        return p(asLarge, permutations);
    }

    /** b / m when all were tried; (b + 1) / (m + 1) of a sample, which the observed one belongs to. */
    private static double p(long count, Permutations permutations) {
        return permutations.isExact()
                ? (double) count / permutations.count()
                : (count + 1.0) / (permutations.count() + 1.0);
    }

    Qap.Distribution distribution() {
        return new Qap.Distribution(mean.getResult(), deviation.getResult(), smallest, largest);
    }
}
