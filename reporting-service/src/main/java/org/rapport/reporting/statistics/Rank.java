package org.rapport.reporting.statistics;

import java.util.Arrays;

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

    /** Without an object for each value, as libraries rank them: a million would fill a small heap. */
    private static double[] midRanks(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // the two zeros are one value
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        double[] different = new double[sorted.length];
        double[] rankOf = new double[sorted.length];
        int size = 0;
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            different[size] = sorted[from];
            rankOf[size++] = (from + 1 + to) / 2.0;
            from = to;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = rankOf[Arrays.binarySearch(different, 0, size, values[i] + 0.0)];
        }
        return ranks;
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
