package org.rapport.reporting.statistics.regression;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * A number as a linear function of covariates, with an intercept: what leaves the least squares. Model-based errors take
 * all rows to vary alike, s² (X'X)^-1 with s² = Σ e² / (n - p); robust ones only take what is said of them.
 *
 * @param coefficients the intercept first; null if there is a reason
 * @param rSquared the share of the squares about the mean that the covariates explain; null if there are none
 */
public record LeastSquares(long n, Coefficients coefficients, List<Dropped> dropped, Double rSquared, String reason) {

    public static LeastSquares of(Covariates covariates, double[] outcome) {
        if (covariates.rows() != outcome.length) {
            throw new IllegalArgumentException(
                    "Covariates and outcomes of different lengths: " + covariates.rows() + ", " + outcome.length);
        }
        RegressionFit.Choice choice = RegressionFit.Choice.of(covariates);
        Covariates x = choice.kept();
        int size = x.size() + 1;
        int n = outcome.length;
        if (n <= size) {
            return new LeastSquares(n, null, choice.dropped(), null, "no more rows than coefficients");
        }
        double[][] squares = new double[size][size];
        double[] products = new double[size];
        for (int i = 0; i < n; i++) {
            double[] row = row(x, i);
            for (int j = 0; j < size; j++) {
                products[j] += row[j] * outcome[i];
                for (int k = 0; k < size; k++) {
                    squares[j][k] += row[j] * row[k];
                }
            }
        }
        Optional<RealMatrix> inverse = PositiveDefinite.inverse(squares);
        if (inverse.isEmpty()) {
            return new LeastSquares(n, null, choice.dropped(), null, "no more rows than coefficients");
        }
        RealVector standardised = inverse.get().operate(new ArrayRealVector(products, false));
        double mean = products[0] / n;
        double left = 0;
        double total = 0;
        double[][] scores = new double[n][];
        for (int i = 0; i < n; i++) {
            RealVector row = new ArrayRealVector(row(x, i), false);
            double residual = outcome[i] - row.dotProduct(standardised);
            left += residual * residual;
            total += (outcome[i] - mean) * (outcome[i] - mean);
            scores[i] = row.mapMultiply(residual).toArray();
        }
        Coefficients coefficients = Coefficients.withIntercept(
                x, standardised, inverse.get().scalarMultiply(left / (n - size)), inverse.get(), scores);
        return new LeastSquares(
                n, coefficients, choice.dropped(), total == 0 ? null : Double.valueOf(1 - left / total), null);
    }

    private static double[] row(Covariates x, int i) {
        double[] row = new double[x.size() + 1];
        row[0] = 1;
        System.arraycopy(x.standardised(i), 0, row, 1, x.size());
        return row;
    }
}
