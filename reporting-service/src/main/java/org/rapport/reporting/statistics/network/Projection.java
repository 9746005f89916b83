package org.rapport.reporting.statistics.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an intercept and some columns leave of an outcome and of one column more, whose t in the regression of the outcome
 * on all of them follows from three products (Frisch and Waugh 1933; Lovell 1963).
 */
final class Projection {

    private static final double NOTHING = 1e-12;

    private final List<double[]> basis = new ArrayList<>();
    private final double[] outcome;
    private final double outcomeSquares;
    private final int degreesOfFreedom;

    /** @param columns none a linear combination of the others */
    Projection(List<double[]> columns, double[] outcome) {
        int rows = outcome.length;
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        addToBasis(ones);
        columns.forEach(this::addToBasis);
        this.outcome = residuals(outcome);
        this.outcomeSquares = product(this.outcome, this.outcome);
        this.degreesOfFreedom = rows - basis.size() - 1;
    }

    private void addToBasis(double[] column) {
        // twice, as once leaves rounding behind
        double[] rest = residuals(residuals(column));
        double length = Math.sqrt(product(rest, rest));
        basis.add(Arrays.stream(rest).map(value -> value / length).toArray());
    }

    /** What the columns don't explain of the values. */
    double[] residuals(double[] values) {
        double[] rest = values.clone();
        for (double[] direction : basis) {
            double share = product(rest, direction);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= share * direction[i];
            }
        }
        return rest;
    }

    /** t of one more column: infinite if nothing is left to err by, 0 if nothing is left of the column. */
    double t(double[] column) {
        double squares = product(column, column);
        double left = squares;
        for (double[] direction : basis) {
            double share = product(column, direction);
            left -= share * share;
        }
        if (!(left > NOTHING * squares)) {
            return 0;
        }
        double cross = product(column, outcome);
        double error = outcomeSquares - cross * cross / left;
        if (!(error > NOTHING * outcomeSquares) || degreesOfFreedom < 1) {
            return cross > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return cross / Math.sqrt(left * error / degreesOfFreedom);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
