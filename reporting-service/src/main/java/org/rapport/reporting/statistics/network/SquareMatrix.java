package org.rapport.reporting.statistics.network;

/** A relation among people: a cell for each of two; the diagonal isn't looked at. */
public final class SquareMatrix {

    private final double[][] cells;

    private SquareMatrix(double[][] cells) {
        this.cells = cells;
    }

    public static SquareMatrix of(double[][] cells) {
        double[][] copy = new double[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i].length != cells.length) {
                throw new IllegalArgumentException("Not square: row " + i + " has " + cells[i].length + " cells");
            }
            copy[i] = cells[i].clone();
            for (int j = 0; j < cells.length; j++) {
                if (i != j && !Double.isFinite(cells[i][j])) {
                    throw new IllegalArgumentException("Not a number at " + i + ", " + j + ": " + cells[i][j]);
                }
            }
        }
        return new SquareMatrix(copy);
    }

    public int size() {
        return cells.length;
    }

    double cell(int i, int j) {
        return cells[i][j];
    }

    /** The cells off the diagonal, row by row. */
    double[] offDiagonal() {
        int n = cells.length;
        double[] values = new double[Math.max(0, n * (n - 1))];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    values[next++] = cells[i][j];
                }
            }
        }
        return values;
    }

    /** A matrix with these cells off its diagonal. */
    static SquareMatrix ofOffDiagonal(int n, double[] values) {
        double[][] cells = new double[n][n];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    cells[i][j] = values[next++];
                }
            }
        }
        return new SquareMatrix(cells);
    }

    boolean isSymmetric() {
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < i; j++) {
                if (cells[i][j] != cells[j][i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Σ of the products with the cells of another, diagonals left out. */
    double product(SquareMatrix other) {
        double sum = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < cells.length; j++) {
                sum += i == j ? 0 : cells[i][j] * other.cells[i][j];
            }
        }
        return sum;
    }

    /** The same, people of this one permuted, both symmetric: one of the two triangles twice. */
    double symmetricProduct(SquareMatrix other, int[] permutation) {
        double sum = 0;
        for (int i = 1; i < permutation.length; i++) {
            double[] row = cells[permutation[i]];
            double[] otherRow = other.cells[i];
            for (int j = 0; j < i; j++) {
                sum += row[permutation[j]] * otherRow[j];
            }
        }
        return 2 * sum;
    }

    /** The same, people of this one permuted. */
    double product(SquareMatrix other, int[] permutation) {
        double sum = 0;
        for (int i = 0; i < permutation.length; i++) {
            double[] row = cells[permutation[i]];
            double[] otherRow = other.cells[i];
            for (int j = 0; j < i; j++) {
                sum += row[permutation[j]] * otherRow[j];
            }
            for (int j = i + 1; j < permutation.length; j++) {
                sum += row[permutation[j]] * otherRow[j];
            }
        }
        return sum;
    }

    /** Whether all cells off the diagonal are equal. */
    boolean isConstant() {
        for (double value : offDiagonal()) {
            if (value != cells[0][1]) {
                return false;
            }
        }
        return true;
    }

    /** The largest of the cells off the diagonal, by its size. */
    double largest() {
        double largest = 0;
        for (double value : offDiagonal()) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Divided by its largest cell, lest squares of very large or small ones be lost, less the mean off the diagonal. */
    SquareMatrix centred() {
        double[] values = offDiagonal();
        double largest = largest();
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] /= largest;
            mean += values[i] / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        return ofOffDiagonal(size(), values);
    }
}
