package org.rapport.reporting.statistics.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapport.reporting.statistics.regression.Coefficients;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.regression.Dropped;
import org.rapport.reporting.statistics.regression.LeastSquares;

/**
 * A relation as a linear function of several others among the same people. The p-value of each comes from permuting what
 * of it the others don't explain (double semi-partialling), and comparing t; so the others' own association with the
 * outcome stays as it is. Every cell off the diagonal is a row of the regression, of relations without direction both of a
 * pair, which makes t larger than the usual one but changes no p-value. Dekker, Krackhardt and Snijders 2007.
 *
 * @param intercept the outcome where the others are all 0; it has no p-value, as permutations don't touch it
 * @param permutations how many were tried
 * @param exact whether these were all there are
 * @param seed of the random ones
 */
public record Mrqap(
        Double intercept,
        List<Term> terms,
        List<Dropped> dropped,
        Double rSquared,
        String method,
        Long permutations,
        Boolean exact,
        Long seed,
        String reason) {

    /**
     * One of the relations.
     *
     * @param statistic t
     * @param pValue two-sided
     */
    public record Term(
            String name,
            double coefficient,
            Double statistic,
            Double pValue,
            Double pGreater,
            Double pLess,
            String reason) {}

    public static Mrqap of(Map<String, SquareMatrix> x, SquareMatrix y, Permutations permutations) {
        int n = y.size();
        if (permutations.size() != n || x.values().stream().anyMatch(m -> m.size() != n)) {
            throw new IllegalArgumentException("Matrices and permutations of different sizes");
        }
        if (n < 3) {
            return undefined(List.of(), "fewer than three people");
        }
        if (y.isConstant()) {
            return undefined(List.of(), "all cells of the outcome are equal");
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        x.forEach((name, matrix) -> columns.put(name, matrix.offDiagonal()));
        double[] outcome = y.offDiagonal();
        LeastSquares fit = LeastSquares.of(Covariates.of(outcome.length, columns), outcome);
        if (fit.coefficients() == null) {
            return undefined(fit.dropped(), fit.reason());
        }
        Coefficients coefficients = fit.coefficients();
        List<Term> terms = new ArrayList<>();
        for (int j = 1; j < coefficients.names().size(); j++) {
            String name = coefficients.names().get(j);
            List<double[]> others = coefficients.names().stream()
                    .skip(1)
                    .filter(other -> !other.equals(name))
                    .map(columns::get)
                    .toList();
            double coefficient = coefficients.modelBased().coefficient(j);
            terms.add(term(name, coefficient, columns.get(name), new Projection(others, outcome), n, permutations));
        }
        return new Mrqap(
                coefficients.modelBased().coefficient(0),
                terms,
                fit.dropped(),
                fit.rSquared(),
                "MRQAP, double semi-partialling, " + permutations,
                permutations.count(),
                permutations.isExact(),
                permutations.seed(),
                null);
    }

    public boolean defined() {
        return reason == null;
    }

    private static Term term(
            String name, double coefficient, double[] values, Projection others, int n, Permutations permutations) {
        SquareMatrix residuals = SquareMatrix.ofOffDiagonal(n, others.residuals(values));
        double[] unpermuted = residuals.offDiagonal();
        double observed = others.t(unpermuted);
        if (Double.isInfinite(observed)) {
            return new Term(name, coefficient, null, null, null, null, "explained without any error");
        }
        PermutationTail tail = new PermutationTail(observed);
        double[] permuted = new double[unpermuted.length];
        permutations.forEach(permutation -> {
            int next = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    if (i != j) {
                        permuted[next++] = residuals.cell(permutation[i], permutation[j]);
                    }
                }
            }
            tail.add(others.t(permuted));
        });
        return new Term(
                name,
                coefficient,
                observed,
                tail.pTwoSided(permutations),
                tail.pGreater(permutations),
                tail.pLess(permutations),
                null);
    }

    private static Mrqap undefined(List<Dropped> dropped, String reason) {
        return new Mrqap(null, List.of(), dropped, null, null, null, null, null, reason);
    }
}
