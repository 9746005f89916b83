package org.rapport.reporting.statistics;

import java.util.Arrays;

/** Association of two numbers per person by their ranks alone: no matter how either is scaled. */
public final class Rank {

    private Rank() {}

    /** Both variables' values replaced by their ranks, those of equal values averaged. */
    public static SpearmanRho spearman(double[] x, double[] y) {
        return spearman(x, y, once(x));
    }

    /** Concordant less discordant pairs, ties allowed for. */
    public static KendallTau kendall(double[] x, double[] y) {
        return kendall(x, y, once(x));
    }

    private static long[] once(double[] pairs) {
        long[] once = new long[pairs.length];
        Arrays.fill(once, 1);
        return once;
    }

    /**
     * The same of pairs that occur several times.
     *
     * @param counts how often each does
     */
    public static SpearmanRho spearman(double[] x, double[] y, long[] counts) {
        requirePairs(x, y, counts);
        return SpearmanRho.of(midRanks(x, counts), midRanks(y, counts), counts);
    }

    /**
     * The same of pairs that occur several times.
     *
     * @param counts how often each does
     */
    public static KendallTau kendall(double[] x, double[] y, long[] counts) {
        requirePairs(x, y, counts);
        return KendallTau.of(midRanks(x, counts), midRanks(y, counts), counts);
    }

    /** Without an object for each value, as libraries rank them: a million would fill a small heap. */
    private static double[] midRanks(double[] values, long[] counts) {
        long[] ordered = Arrays.stream(values).mapToLong(Rank::ordered).toArray();
        Frequencies frequencies = new Frequencies(ordered, counts);
        double[] rankOf = new double[frequencies.size()];
        long before = 0;
        for (int place = 0; place < rankOf.length; place++) {
            rankOf[place] = before + (frequencies.count(place) + 1) / 2.0;
            before += frequencies.count(place);
        }
        return Arrays.stream(ordered)
                .mapToDouble(value -> rankOf[frequencies.place(value)])
                .toArray();
    }

    /** A whole number for each, in the same order; the two zeros are one value. */
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? bits ^ Long.MAX_VALUE : bits;
    }

    private static void requirePairs(double[] x, double[] y, long[] counts) {
        if (x.length != y.length || x.length != counts.length) {
            throw new IllegalArgumentException(
                    "x, y and counts of different lengths: " + x.length + ", " + y.length + ", " + counts.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                throw new IllegalArgumentException("Not a pair of numbers at " + i + ": " + x[i] + ", " + y[i]);
            }
        }
    }
}
