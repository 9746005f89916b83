package org.rapport.reporting.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Tail probabilities, from the survival function: one minus a distribution function is zero long before the tail is. */
public final class Tails {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Tails() {}

    public static double normalUpper(double z) {
        return NORMAL.survivalProbability(z);
    }

    public static double normalTwoSided(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }

    public static double chiSquared(double statistic, long df) {
        return ChiSquaredDistribution.of(df).survivalProbability(statistic);
    }

    public static double tTwoSided(double t, long df) {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(Math.abs(t)));
    }
}
