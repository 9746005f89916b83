package org.rapport.reporting.statistics.network;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.rapport.reporting.statistics.Estimate;

/**
 * Ties within groups and between them. The index (E - I) / (E + I) is -1 when all are within, 1 when all are between
 * (Krackhardt and Stern 1988). As it depends on how large the groups are, it comes with what it would be if the same nodes
 * were tied without regard to groups.
 *
 * @param internal ties of two of one group
 * @param external ties of two of different groups
 * @param unknown ties of which one end, or both, is of no known group: left out
 * @param pairsWithin pairs of nodes of one group
 * @param pairs pairs of nodes of known groups
 */
public record ExternalInternal(long internal, long external, long unknown, double pairsWithin, double pairs) {

    /** No known group. */
    public static final int NONE = -1;

    /** @param groups of each node, from 0, or {@link #NONE} */
    public static ExternalInternal of(int[] groups, int ties, IntUnaryOperator source, IntUnaryOperator target) {
        long internal = 0;
        long external = 0;
        long unknown = 0;
        for (int tie = 0; tie < ties; tie++) {
            int one = groups[source.applyAsInt(tie)];
            int other = groups[target.applyAsInt(tie)];
            if (one == NONE || other == NONE) {
                unknown++;
            } else if (one == other) {
                internal++;
            } else {
                external++;
            }
        }
        long[] sizes = new long[Arrays.stream(groups).max().orElse(NONE) + 1];
        Arrays.stream(groups).filter(group -> group != NONE).forEach(group -> sizes[group]++);
        double within =
                Arrays.stream(sizes).mapToDouble(ExternalInternal::pairs).sum();
        return new ExternalInternal(
                internal, external, unknown, within, pairs(Arrays.stream(sizes).sum()));
    }

    /** (E - I) / (E + I). */
    public Estimate index() {
        return internal + external == 0
                ? Estimate.undefined("no tie of two whose groups are known")
                : Estimate.of((double) (external - internal) / (external + internal));
    }

    /** The index of all pairs of nodes of known groups: what ties without regard to groups come to on average. */
    public Estimate expected() {
        return pairs == 0
                ? Estimate.undefined("fewer than two nodes whose groups are known")
                : Estimate.of(1 - 2 * pairsWithin / pairs);
    }

    private static double pairs(double nodes) {
        return nodes * (nodes - 1) / 2;
    }
}
