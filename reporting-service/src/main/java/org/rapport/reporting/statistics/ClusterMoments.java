package org.rapport.reporting.statistics;

import java.util.Arrays;

/** How many clusters there are, the sums of their counts, and those of the products of two counts of one cluster. */
final class ClusterMoments {

    private final long[] totals;

    /** The second no earlier than the first. */
    private final double[][] products;

    private long clusters;

    ClusterMoments(int counts) {
        this.totals = new long[counts];
        this.products = new double[counts][counts];
    }

    /** Adds a cluster, unless nobody is in it. Most of its counts are nothing. */
    void add(long... counts) {
        boolean empty = true;
        for (int i = 0; i < totals.length; i++) {
            long count = counts[i];
            if (count < 0) {
                throw new IllegalArgumentException("Negative count in a cluster: " + Arrays.toString(counts));
            }
            if (count > 0) {
                empty = false;
                totals[i] += count;
                double[] sums = products[i];
                for (int j = i; j < sums.length; j++) {
                    if (counts[j] > 0) {
                        sums[j] += (double) count * counts[j];
                    }
                }
            }
        }
        clusters += empty ? 0 : 1;
    }

    /** Adds other clusters. */
    void join(ClusterMoments others) {
        clusters += others.clusters;
        for (int i = 0; i < totals.length; i++) {
            totals[i] += others.totals[i];
            for (int j = i; j < totals.length; j++) {
                products[i][j] += others.products[i][j];
            }
        }
    }

    long clusters() {
        return clusters;
    }

    long total(int i) {
        return totals[i];
    }

    double products(int i, int j) {
        return products[Math.min(i, j)][Math.max(i, j)];
    }
}
