package org.rapport.reporting.statistics.network;

import org.rapport.reporting.statistics.Tails;
import org.rapport.reporting.statistics.TestResult;

/**
 * Whether two relations among the same people go together: the correlation of their cells off the diagonal, and how often
 * one as large comes about when the people of one of them change places (quadratic assignment procedure). Cells that
 * share a person aren't independent, so that no table of the cells gives a p-value; this one needs only that under the
 * hypothesis all permutations are equally likely (within blocks, if there are any). Mantel 1967; Hubert 1987; Krackhardt
 * 1988.
 *
 * @param statistic the correlation
 * @param pValue two-sided: as far from 0
 * @param permutations how many were tried
 * @param exact whether these were all there are
 * @param seed of the random ones
 * @param distribution of the correlation over the permutations
 * @param mantel the same by the normal approximation from the exact mean and variance over all permutations
 */
public record Qap(
        Double statistic,
        Double pValue,
        String method,
        Long permutations,
        Boolean exact,
        Long seed,
        Double pGreater,
        Double pLess,
        Distribution distribution,
        Mantel mantel,
        String reason) {

    private static final double ROUNDING = 1e-9;

    /** What the permutations gave. */
    public record Distribution(double mean, double standardDeviation, double smallest, double largest) {}

    /**
     * @param gamma Σ x y over ordered pairs of people
     * @param correlationDeviation the standard deviation of the correlation over all permutations
     * @param test z = (Γ - E Γ) / √var Γ
     */
    public record Mantel(
            double gamma, double gammaMean, double gammaVariance, double correlationDeviation, TestResult test) {}

    public static Qap of(SquareMatrix x, SquareMatrix y, Permutations permutations) {
        int n = x.size();
        if (y.size() != n || permutations.size() != n) {
            throw new IllegalArgumentException("Matrices and permutations of different sizes: " + n + ", " + y.size()
                    + ", " + permutations.size());
        }
        if (n < 3) {
            return undefined("fewer than three people");
        }
        if (x.isConstant() || y.isConstant()) {
            return undefined("all cells equal in one of the matrices");
        }
        SquareMatrix a = x.centred();
        SquareMatrix b = y.centred();
        double scale = Math.sqrt(a.product(a)) * Math.sqrt(b.product(b));
        double observed = a.product(b) / scale;
        boolean symmetric = x.isSymmetric() && y.isSymmetric();
        PermutationTail tail = new PermutationTail(observed);
        permutations.forEach(permutation ->
                tail.add((symmetric ? a.symmetricProduct(b, permutation) : a.product(b, permutation)) / scale));
        return new Qap(
                observed,
                tail.pTwoSided(permutations),
                "QAP correlation, " + permutations,
                permutations.count(),
                permutations.isExact(),
                permutations.seed(),
                tail.pGreater(permutations),
                tail.pLess(permutations),
                tail.distribution(),
                permutations.isWithinBlocks() ? null : mantel(x, y, observed, scale),
                null);
    }

    public boolean defined() {
        return pValue != null;
    }

    private static Qap undefined(String reason) {
        return new Qap(null, null, null, null, null, null, null, null, null, null, reason);
    }

    private static Mantel mantel(SquareMatrix x, SquareMatrix y, double correlation, double scale) {
        MantelMoments moments = MantelMoments.of(x, y);
        double deviation = moments.deviationOfCentred() / scale;
        TestResult test = deviation > ROUNDING
                ? normal(correlation / deviation)
                : TestResult.undefined("all permutations give the same");
        return new Mantel(x.product(y), moments.mean(), moments.deviation() * moments.deviation(), deviation, test);
    }

    private static TestResult normal(double z) {
        return new TestResult(z, null, Tails.normalTwoSided(z), "Mantel, normal approximation", null);
    }
}
