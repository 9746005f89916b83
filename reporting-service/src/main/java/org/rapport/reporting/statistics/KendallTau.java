package org.rapport.reporting.statistics;

import java.util.Arrays;

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

    /** @param x mid-ranks, as are y: doubled they are whole numbers */
    static KendallTau of(double[] x, double[] y) {
        int n = x.length;
        if (n < 2) {
            return undefined("fewer than two pairs");
        }
        long[] sorted = new long[n];
        int[] second = new int[n];
        for (int i = 0; i < n; i++) {
            second[i] = (int) Math.round(2 * y[i]);
            sorted[i] = Math.round(2 * x[i]) << Integer.SIZE | second[i];
        }
        Arrays.sort(sorted);
        Ties tiesX = new Ties();
        Ties tiesBoth = new Ties();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            tiesX.next(sorted[i] >>> Integer.SIZE);
            tiesBoth.next(sorted[i]);
            order[i] = (int) sorted[i];
        }
        Arrays.sort(second);
        Ties tiesY = new Ties();
        for (int rank : second) {
            tiesY.next(rank);
        }
        long discordant = inversions(order, new int[n], 0, n);
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
    private static long inversions(int[] values, int[] buffer, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        long count = inversions(values, buffer, from, middle) + inversions(values, buffer, middle, to);
        System.arraycopy(values, from, buffer, from, to - from);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (left < middle && (right == to || buffer[left] <= buffer[right])) {
                values[i] = buffer[left++];
            } else {
                count += middle - left;
                values[i] = buffer[right++];
            }
        }
        return count;
    }

    /** The groups of equal values in a sorted sequence. */
    private static final class Ties {

        private long current;
        private long run;
        private long pairs;
        private double triples;
        private double weighted;

        void next(long value) {
            if (run > 0 && value != current) {
                end();
            }
            current = value;
            run++;
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
