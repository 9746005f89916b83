package org.rapport.reporting.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/** Symmetric matrices that should be positive definite, and may turn out not to be. */
public final class PositiveDefinite {

    private static final double SYMMETRY = 1e-6;

    /** What of its diagonal a matrix must keep after elimination of the rows before, for a row to say something new. */
    private static final double INDEPENDENT = 1e-10;

    private PositiveDefinite() {}

    /** Empty if some row says nothing that the others don't say. */
    public static Optional<RealMatrix> inverse(double[][] matrix) {
        int size = matrix.length;
        return independent(matrix, 0).size() < size ? Optional.empty() : invert(matrix);
    }

    /** The inverse of however ill-conditioned a matrix; empty only if there is none. */
    static Optional<RealMatrix> invert(double[][] matrix) {
        int size = matrix.length;
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = Math.sqrt(matrix[i][i]);
            if (!(scale[i] > 0 && scale[i] < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        double[][] scaled = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                scaled[i][j] = matrix[Math.max(i, j)][Math.min(i, j)] / scale[i] / scale[j];
            }
        }
        try {
            RealMatrix inverse = new CholeskyDecomposition(
                            new Array2DRowRealMatrix(scaled, false), SYMMETRY, Double.MIN_NORMAL)
                    .getSolver()
                    .getInverse();
            RealMatrix back = MatrixUtils.createRealMatrix(size, size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    back.setEntry(i, j, inverse.getEntry(i, j) / scale[i] / scale[j]);
                }
            }
            return Optional.of(back);
        } catch (NonPositiveDefiniteMatrixException e) {
            return Optional.empty();
        }
    }

    /**
     * The rows that aren't linear combinations of those before them.
     *
     * @param least what the diagonal must have at least, as less is nothing but rounding
     */
    public static List<Integer> independent(double[][] matrix, double least) {
        List<Integer> kept = new ArrayList<>();
        List<double[]> factors = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            double[] factor = new double[kept.size() + 1];
            double rest = matrix[i][i];
            for (int k = 0; k < kept.size(); k++) {
                double[] other = factors.get(k);
                double value = matrix[i][kept.get(k)];
                for (int l = 0; l < k; l++) {
                    value -= factor[l] * other[l];
                }
                factor[k] = value / other[k];
                rest -= factor[k] * factor[k];
            }
            if (matrix[i][i] > least && rest > INDEPENDENT * matrix[i][i]) {
                factor[kept.size()] = Math.sqrt(rest);
                kept.add(i);
                factors.add(factor);
            }
        }
        return kept;
    }
}
