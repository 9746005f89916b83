package org.rapport.reporting.statistics;

/**
 * P-values of independence given all margins, where a is hypergeometric. Two-sided is the probability of the tables no
 * more probable than the one observed; of the several definitions it is the one R takes, and so is the factor 1 + 1e-7
 * that keeps tables as probable as the observed one from being lost to rounding.
 */
final class FisherExact {

    private static final double ROUNDING = 1 + 1e-7;

    /** Relative to the probability of the observed table, which is in every sum: what is beyond adds less than rounding. */
    private static final double NEGLIGIBLE = 1e-22;

    private final double observed;

    /** Probabilities are relative to that of the mode. */
    private final double equal;

    private double all;
    private double atLeast;
    private double atMost;
    private double noMoreProbable;

    /** @param table informative */
    FisherExact(TwoByTwo table) {
        NoncentralHypergeometric distribution = new NoncentralHypergeometric(table);
        this.observed = table.a();
        this.equal = distribution.observedIfIndependent();
        distribution.outwards(1, NEGLIGIBLE * equal, this::add);
    }

    private void add(double t, double probability) {
        all += probability;
        if (t >= observed) {
            atLeast += probability;
        }
        if (t <= observed) {
            atMost += probability;
        }
        if (probability <= equal * ROUNDING) {
            noMoreProbable += probability;
        }
    }

    double greater() {
        return atLeast / all;
    }

    double less() {
        return atMost / all;
    }

    /** Twice the smaller tail, only half of the observed table's probability in it. */
    double midP() {
        return 2 * (Math.min(atLeast, atMost) - equal / 2) / all;
    }

    double twoSided() {
        return noMoreProbable / all;
    }
}
