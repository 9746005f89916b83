package org.rapport.reporting.statistics;

import java.util.stream.LongStream;

/**
 * τ_b = S / √((n0 - n1)(n0 - n2)), S the concordant less the discordant pairs, n0 all pairs, n1 and n2 those tied in
 * either variable; test by S over its standard deviation under independence, corrected for ties, against the normal
 * distribution. Takes the pairs to be independent. Kendall 1970; counted in O(n log n) after Knight 1966.
 *
 * @param value τ_b, which reaches 1 although there are ties
 * @param statistic z
 * @param tauA S / n0, which doesn't
 */
public record KendallTau(
        Double value,
        Double statistic,
        Double pValue,
        String method,
        Double tauA,
        Long concordant,
        Long discordant,
        String reason) {

    private static final String METHOD = "tau-b, tie-corrected variance, normal";

    /**
     * @param x mid-ranks, as are y: doubled they are whole numbers
     * @param counts how often each pair of them occurs
     */
    static KendallTau of(double[] x, double[] y, long[] counts) {
        long n = LongStream.of(counts).sum();
        if (n < 2) {
            return undefined("fewer than two pairs");
        }
        long[] second = new long[y.length];
        long[] both = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            second[i] = Math.round(2 * y[i]);
            both[i] = Math.round(2 * x[i]) << Integer.SIZE | second[i];
        }
        Frequencies pairs = new Frequencies(both, counts);
        Ties tiesX = new Ties();
        Ties tiesBoth = new Ties();
        int[] order = new int[pairs.size()];
        long[] weights = new long[pairs.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) pairs.value(i);
            weights[i] = pairs.count(i);
            tiesX.next(pairs.value(i) >>> Integer.SIZE, weights[i]);
            tiesBoth.next(pairs.value(i), weights[i]);
        }
        Frequencies seconds = new Frequencies(second, counts);
        Ties tiesY = new Ties();
        for (int i = 0; i < seconds.size(); i++) {
            tiesY.next(seconds.value(i), seconds.count(i));
        }
        long discordant = new Inversions(order, weights).count(0, order.length);
        return of(n, discordant, tiesX.end(), tiesY.end(), tiesBoth.end());
    }

    private static KendallTau of(long n, long discordant, Ties tiesX, Ties tiesY, Ties tiesBoth) {
        long pairs = n * (n - 1) / 2;
        long untiedX = pairs - tiesX.pairs;
        long untiedY = pairs - tiesY.pairs;
        if (untiedX == 0 || untiedY == 0) {
            return undefined("all equal in one of the variables");
        }
        long concordant = pairs - tiesX.pairs - tiesY.pairs + tiesBoth.pairs - discordant;
        double s = concordant - discordant;
        double z = s / Math.sqrt(variance(n, tiesX, tiesY));
        return new KendallTau(
                s / Math.sqrt(untiedX) / Math.sqrt(untiedY),
                z,
                Tails.normalTwoSided(z),
                METHOD,
                s / pairs,
                concordant,
                discordant,
                null);
    }

    private static double variance(double n, Ties x, Ties y) {
        double untied = (n * (n - 1) * (2 * n + 5) - x.weighted - y.weighted) / 18;
        double paired = 2.0 * x.pairs * y.pairs / (n * (n - 1));
        double tripled = n > 2 ? x.triples * y.triples / (9 * n * (n - 1) * (n - 2)) : 0;
        return untied + paired + tripled;
    }

    private static KendallTau undefined(String reason) {
        return new KendallTau(null, null, null, null, null, null, null, reason);
    }

    public boolean defined() {
        return value != null;
    }

    /** Pairs out of order, strictly, counted while merging. */
    private static final class Inversions {

        private final int[] values;
        private final long[] weights;
        private final int[] valuesBefore;
        private final long[] weightsBefore;

        private Inversions(int[] values, long[] weights) {
            this.values = values;
            this.weights = weights;
            this.valuesBefore = new int[values.length];
            this.weightsBefore = new long[values.length];
        }

        private long count(int from, int to) {
            if (to - from < 2) {
                return 0;
            }
            int middle = (from + to) >>> 1;
            long count = count(from, middle) + count(middle, to);
            System.arraycopy(values, from, valuesBefore, from, to - from);
            System.arraycopy(weights, from, weightsBefore, from, to - from);
            long weightOfLeft = 0;
            for (int i = from; i < middle; i++) {
                weightOfLeft += weights[i];
            }
            int left = from;
            int right = middle;
            for (int i = from; i < to; i++) {
                boolean takesLeft = left < middle && (right == to || valuesBefore[left] <= valuesBefore[right]);
                int taken = takesLeft ? left++ : right++;
                values[i] = valuesBefore[taken];
                weights[i] = weightsBefore[taken];
                if (takesLeft) {
                    weightOfLeft -= weights[i];
                } else {
                    count += weightOfLeft * weights[i];
                }
            }
            return count;
        }
    }

    /** The groups of equal values in a sorted sequence. */
    private static final class Ties {

        private long current;
        private long run;
        private long pairs;
        private double triples;
        private double weighted;

        void next(long value, long count) {
            if (run > 0 && value != current) {
                end();
            }
            current = value;
            run += count;
        }

        Ties end() {
            double t = run;
            pairs += run * (run - 1) / 2;
            triples += t * (t - 1) * (t - 2);
            weighted += t * (t - 1) * (2 * t + 5);
            run = 0;
            return this;
        }
    }
}
