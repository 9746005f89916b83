package org.rapport.reporting.statistics.network;

import java.util.Arrays;
import org.rapport.reporting.statistics.Estimate;

/**
 * How far a network is built around one node: the differences between the most central node and every other, of what
 * they sum up to in a star of as many nodes. 0 when all are equally central, 1 for a star. Freeman 1979.
 */
public final class Centralisation {

    private static final int FEWEST = 3;
    private static final String REASON = "fewer than three nodes";

    private Centralisation() {}

    /** Σ(max d - d) / ((n - 1)(n - 2)), of an undirected network without loops or parallel ties. */
    public static Estimate ofDegrees(int[] degrees) {
        if (degrees.length < FEWEST) {
            return Estimate.undefined(REASON);
        }
        long max = Arrays.stream(degrees).max().orElseThrow();
        long differences =
                Arrays.stream(degrees).mapToLong(degree -> max - degree).sum();
        double n = degrees.length;
        return Estimate.of(differences / ((n - 1) * (n - 2)));
    }

    /**
     * Σ(max b - b) / ((n - 1)²(n - 2) / 2), where b of a node is the sum over all unordered pairs of others of the share of
     * their shortest paths that lead through it.
     */
    public static Estimate ofBetweenness(double[] scores) {
        if (scores.length < FEWEST) {
            return Estimate.undefined(REASON);
        }
        double max = Arrays.stream(scores).max().orElseThrow();
        double differences = Arrays.stream(scores).map(score -> max - score).sum();
        double n = scores.length;
        return Estimate.of(differences / ((n - 1) * (n - 1) * (n - 2) / 2));
    }
}
