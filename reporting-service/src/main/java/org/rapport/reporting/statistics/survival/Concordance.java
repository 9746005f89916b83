package org.rapport.reporting.statistics.survival;

import java.util.Arrays;

/**
 * Of the pairs in which one certainly had the event before the other, the share in which that one also had the larger η,
 * equal ones counting half: Harrell's C. Pairs of different strata, and of events at the same time, aren't compared.
 * Harrell, Califf, Pryor, Lee and Rosati 1982.
 */
final class Concordance {

    private Concordance() {}

    /** Null if no two can be compared. */
    static Double of(RiskSets riskSets, double[] eta) {
        double[] different = Arrays.stream(eta).distinct().sorted().toArray();
        // how many of those later in time have each η: a binary indexed tree
        long[] tree = new long[different.length + 1];
        double concordant = 0;
        double pairs = 0;
        int next = eta.length;
        while (next > 0) {
            int first = next - 1;
            boolean sameStratum = next < eta.length && riskSets.stratum(next) == riskSets.stratum(first);
            if (!sameStratum) {
                Arrays.fill(tree, 0);
            }
            while (first > 0
                    && riskSets.stratum(first - 1) == riskSets.stratum(next - 1)
                    && riskSets.position(first - 1) == riskSets.position(next - 1)) {
                first--;
            }
            // the censored of a time outlived its events
            for (int i = first; i < next; i++) {
                if (!riskSets.event(i)) {
                    add(tree, rank(different, eta[i]));
                }
            }
            for (int i = first; i < next; i++) {
                if (riskSets.event(i)) {
                    int rank = rank(different, eta[i]);
                    long smaller = upTo(tree, rank - 1);
                    long notLarger = upTo(tree, rank);
                    concordant += (smaller + notLarger) / 2.0;
                    pairs += upTo(tree, different.length);
                }
            }
            for (int i = first; i < next; i++) {
                if (riskSets.event(i)) {
                    add(tree, rank(different, eta[i]));
                }
            }
            next = first;
        }
        return pairs == 0 ? null : Double.valueOf(concordant / pairs);
    }

    private static int rank(double[] different, double value) {
        return Arrays.binarySearch(different, value) + 1;
    }

    private static void add(long[] tree, int rank) {
        for (int i = rank; i < tree.length; i += i & -i) {
            tree[i]++;
        }
    }

    private static long upTo(long[] tree, int rank) {
        long sum = 0;
        for (int i = rank; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }
}
