package org.rapport.reporting.statistics;

/**
 * Fisher's noncentral hypergeometric distribution of the cell a given the margins, P(t) proportional to C(n1, t) C(n0,
 * m1 - t) ψ^t, summed outwards from the mode by ratios of neighbours until what is left no longer counts: no factorial
 * is formed and nothing overflows.
 */
final class NoncentralHypergeometric {

    /** Relative to the probability of the mode: what is beyond adds less than the rounding of the sum. */
    private static final double NEGLIGIBLE = 1e-22;

    private final double observed;
    private final double n1;
    private final double m1;
    /** d - a, which is the same whatever a is given the margins. */
    private final double offset;

    private final double smallest;
    private final double largest;

    NoncentralHypergeometric(TwoByTwo table) {
        this.observed = table.a();
        this.n1 = table.exposed();
        this.m1 = table.outcomes();
        this.offset = (double) table.d() - table.a();
        this.smallest = Math.max(0, -offset);
        this.largest = Math.min(n1, m1);
    }

    boolean observedIsLargest() {
        return observed == largest;
    }

    boolean observedIsSmallest() {
        return observed == smallest;
    }

    /**
     * Probabilities relative to that of the mode, around what was observed.
     *
     * @param excess sum of (t - a) P(t)
     */
    record Sums(double below, double equal, double above, double excess) {

        /** P(A >= a), less a part of P(A = a). */
        double atLeast(double excluded) {
            return (above + (1 - excluded) * equal) / (below + equal + above);
        }

        /** P(A <= a), less a part of P(A = a). */
        double atMost(double excluded) {
            return (below + (1 - excluded) * equal) / (below + equal + above);
        }

        /** E[A] - a. */
        double meanExcess() {
            return excess / (below + equal + above);
        }
    }

    Sums at(double logOddsRatio) {
        double oddsRatio = Math.exp(Math.max(-700, Math.min(700, logOddsRatio)));
        double[] sums = new double[4];
        outwards(oddsRatio, NEGLIGIBLE, (t, probability) -> {
            sums[t < observed ? 0 : t == observed ? 1 : 2] += probability;
            sums[3] += (t - observed) * probability;
        });
        return new Sums(sums[0], sums[1], sums[2], sums[3]);
    }

    /** Takes a count and its probability relative to that of the mode. */
    @FunctionalInterface
    interface OfCount {
        void take(double t, double probability);
    }

    /**
     * Goes from the mode up, and from the mode down.
     *
     * @param negligible where to stop; 0 if there is no end but that of what a double can hold
     */
    void outwards(double oddsRatio, double negligible, OfCount consumer) {
        double mode = mode(oddsRatio);
        consumer.take(mode, 1);
        double probability = 1;
        for (double t = mode; t < largest && probability > negligible; t++) {
            probability *= step(t, oddsRatio);
            consumer.take(t + 1, probability);
        }
        probability = 1;
        for (double t = mode; t > smallest && probability > negligible; t--) {
            probability /= step(t - 1, oddsRatio);
            consumer.take(t - 1, probability);
        }
    }

    /** P(A = a) relative to the probability of the mode, the odds ratio being 1; 0 if it is too small for a double. */
    double observedIfIndependent() {
        double mode = mode(1);
        double probability = 1;
        for (double t = mode; t < observed && probability > 0; t++) {
            probability *= step(t, 1);
        }
        for (double t = mode; t > observed && probability > 0; t--) {
            probability /= step(t - 1, 1);
        }
        return probability;
    }

    /** P(t + 1) / P(t), which decreases in t. */
    private double step(double t, double oddsRatio) {
        return oddsRatio * ((n1 - t) / (t + 1)) * ((m1 - t) / (t + 1 + offset));
    }

    /** The first t that is at least as probable as the next. */
    private double mode(double oddsRatio) {
        double low = smallest;
        double high = largest;
        while (low < high) {
            double middle = Math.floor((low + high) / 2);
            if (step(middle, oddsRatio) > 1) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
