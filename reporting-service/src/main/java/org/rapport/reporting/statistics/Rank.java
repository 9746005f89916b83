package org.rapport.reporting.statistics;

import org.apache.commons.statistics.ranking.NaNStrategy;
import org.apache.commons.statistics.ranking.NaturalRanking;
import org.apache.commons.statistics.ranking.TiesStrategy;

/** Association of two numbers per person by their ranks alone: no matter how either is scaled. */
public final class Rank {

    private Rank() {}

    /** Both variables' values replaced by their ranks, those of equal values averaged. */
    public static SpearmanRho spearman(double[] x, double[] y) {
        requirePairs(x, y);
        return SpearmanRho.of(midRanks(x), midRanks(y));
    }

    /** Concordant less discordant pairs, ties allowed for. */
    public static KendallTau kendall(double[] x, double[] y) {
        requirePairs(x, y);
        return KendallTau.of(midRanks(x), midRanks(y));
    }

    private static double[] midRanks(double[] values) {
        double[] signless = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // the two zeros are one value
            signless[i] = values[i] + 0.0;
        }
        return values.length == 0
                ? signless
                : new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).apply(signless);
    }

    private static void requirePairs(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("x and y of different lengths: " + x.length + ", " + y.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("Not a pair of numbers at " + i + ": " + x[i] + ", " + y[i]);
            }
        }
    }
}
