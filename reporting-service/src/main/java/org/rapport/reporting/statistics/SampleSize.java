package org.rapport.reporting.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How many people a comparison needs to have 80 % power: to find a difference that is there four times out of five, by a
 * two-sided test at 0.05. Of two proportions: the normal approximation without continuity correction, in which z_α
 * √(p̄q̄(1/n1 + 1/n0)) + z_β √(p1q1/n1 + p0q0/n0) = |p1 - p0|, p̄ the proportion of both groups together; with groups of
 * one size it is what R's {@code power.prop.test} computes. Fleiss, Levin and Paik 2003, chapter 4; of times to an event:
 * Schoenfeld 1981. Too optimistic with very few expected outcomes (below some 5 per group).
 */
public final class SampleSize {

    public static final double POWER = 0.8;
    public static final double ALPHA = 2 * Confidence.TAIL;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z_POWER = NORMAL.inverseCumulativeProbability(POWER);
    private static final int HALVINGS = 200;

    private SampleSize() {}

    /** The chance to find the difference of two proportions, in its own direction. */
    public static Double power(double n1, double p1, double n0, double p0) {
        double variance = p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0;
        if (!(n1 > 0 && n0 > 0)) {
            return null;
        }
        double excess = Math.abs(p1 - p0) - Confidence.Z * pooledError(n1, p1, n0, p0);
        if (variance == 0) {
            return excess > 0 ? 1.0 : 0.0;
        }
        return NORMAL.cumulativeProbability(excess / Math.sqrt(variance));
    }

    /**
     * By how much both groups would have to be larger for a difference like this to be found; null if there is none, or
     * nobody in one of them.
     */
    public static Double timesLarger(double n1, double p1, double n0, double p0) {
        if (!(n1 > 0 && n0 > 0) || p1 == p0) {
            return null;
        }
        double error = Confidence.Z * pooledError(n1, p1, n0, p0)
                + Z_POWER * Math.sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0);
        double ratio = error / (p1 - p0);
        return ratio * ratio;
    }

    /** The smallest proportion above p0 that would be told from it; null if not even all would. */
    public static Double detectableAbove(double n1, double n0, double p0) {
        return detectable(n1, n0, p0, 1);
    }

    /** The largest proportion below p0 that would be told from it; null if not even none would. */
    public static Double detectableBelow(double n1, double n0, double p0) {
        return detectable(n1, n0, p0, 0);
    }

    /** How many events it takes to tell a ratio of hazards from 1; null if it is 1, or everybody in one group. */
    public static Double events(double hazardRatio, double share) {
        double log = Math.log(hazardRatio);
        if (log == 0 || !(share > 0 && share < 1)) {
            return null;
        }
        double z = Confidence.Z + Z_POWER;
        return z * z / (share * (1 - share) * log * log);
    }

    private static double pooledError(double n1, double p1, double n0, double p0) {
        double pooled = (n1 * p1 + n0 * p0) / (n1 + n0);
        return Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n0));
    }

    private static Double detectable(double n1, double n0, double p0, double end) {
        if (!(n1 > 0 && n0 > 0) || p0 == end || power(n1, end, n0, p0) < POWER) {
            return null;
        }
        double tooNear = p0;
        double far = end;
        for (int i = 0; i < HALVINGS && tooNear != far; i++) {
            double middle = (tooNear + far) / 2;
            if (power(n1, middle, n0, p0) < POWER) {
                tooNear = middle;
            } else {
                far = middle;
            }
        }
        return far;
    }
}
