package org.rapport.reporting.calculator;

import java.util.List;
import java.util.Locale;
import org.rapport.reporting.statistics.network.SquareMatrix;

/** Checks of matrices, all with a row and a column for each of the same people. */
final class Matrices {

    private final int mostPeople;
    private final boolean directed;
    private final Columns columns = new Columns();

    Matrices(int mostPeople, boolean directed) {
        this.mostPeople = mostPeople;
        this.directed = directed;
    }

    /** What gathers the errors. */
    Columns columns() {
        return columns;
    }

    /** The matrix, or null with what is wrong added to the errors. */
    SquareMatrix read(List<List<Double>> rows, String pointer) {
        String code = pointer.startsWith("/controls")
                ? "CONTROL"
                : pointer.substring(1).toUpperCase(Locale.ROOT);
        if (!columns.isColumn(rows, pointer, code)) {
            return null;
        }
        int size = rows.size();
        if (size > mostPeople) {
            columns.add(pointer, code + "_LENGTH", "must have at most " + mostPeople + " rows");
            return null;
        }
        double[][] cells = new double[size][size];
        boolean valid = true;
        for (int i = 0; i < size; i++) {
            valid &= readRow(rows.get(i), cells[i], i, pointer + "/" + i, code);
        }
        return valid && isAsDirected(cells, pointer, code) ? SquareMatrix.of(cells) : null;
    }

    private boolean readRow(List<Double> row, double[] cells, int diagonal, String pointer, String code) {
        if (row == null || row.size() != cells.length) {
            columns.add(pointer, code + "_NOT_SQUARE", "must have as many elements as there are rows");
            return false;
        }
        boolean valid = true;
        for (int j = 0; j < cells.length; j++) {
            if (j != diagonal) {
                Double cell = row.get(j);
                if (cell == null || !(Math.abs(cell) <= Columns.LARGEST)) {
                    columns.add(pointer + "/" + j, code + "_RANGE", Columns.NUMBER);
                    valid = false;
                } else {
                    cells[j] = cell;
                }
            }
        }
        return valid;
    }

    private boolean isAsDirected(double[][] cells, String pointer, String code) {
        for (int i = 0; !directed && i < cells.length; i++) {
            for (int j = 0; j < i; j++) {
                if (cells[i][j] != cells[j][i]) {
                    columns.add(
                            pointer + "/" + i + "/" + j,
                            code + "_NOT_SYMMETRIC",
                            "must equal the cell on the other side of the diagonal, unless directed is true");
                    return false;
                }
            }
        }
        return true;
    }
}
