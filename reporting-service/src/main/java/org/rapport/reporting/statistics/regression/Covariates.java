package org.rapport.reporting.statistics.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Numbers known of each row beforehand, by name. */
public final class Covariates {

    /** A smaller unit would leave coefficients that no number can hold. */
    private static final double NOTHING = 1e-100;

    private final List<String> names;
    private final double[] mean;
    private final double[] scale;
    private final double[] range;
    private final double[][] standardised;

    private Covariates(List<String> names, double[] mean, double[] scale, double[] range, double[][] standardised) {
        this.names = names;
        this.mean = mean;
        this.scale = scale;
        this.range = range;
        this.standardised = standardised;
    }

    /** @param columns in the order in which they are to be taken: of two that say the same the first is kept */
    public static Covariates of(int rows, Map<String, double[]> columns) {
        int size = columns.size();
        double[] mean = new double[size];
        double[] scale = new double[size];
        double[] range = new double[size];
        double[][] standardised = new double[rows][size];
        int j = 0;
        for (Map.Entry<String, double[]> column : columns.entrySet()) {
            double[] values = column.getValue();
            requireNumbers(column.getKey(), values, rows);
            mean[j] = mean(values);
            scale[j] = scale(values, mean[j]);
            double smallest = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < rows; i++) {
                standardised[i][j] = scale[j] == 0 ? 0 : (values[i] - mean[j]) / scale[j];
                smallest = Math.min(smallest, standardised[i][j]);
                largest = Math.max(largest, standardised[i][j]);
            }
            range[j] = rows == 0 ? 0 : largest - smallest;
            j++;
        }
        return new Covariates(List.copyOf(columns.keySet()), mean, scale, range, standardised);
    }

    private static void requireNumbers(String name, double[] values, int rows) {
        if (values.length != rows) {
            throw new IllegalArgumentException(name + " has " + values.length + " rows instead of " + rows);
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("Not a number in " + name + ": " + value);
            }
        }
    }

    /** Divided before they are added up, so that the sum of large numbers is one, too. */
    private static double mean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        return mean;
    }

    /** The standard deviation; 0 of a constant, whatever rounding makes of its mean, and of what varies by next to nothing. */
    private static double scale(double[] values, double mean) {
        double largest = 0;
        boolean constant = true;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value - mean));
            constant &= value == values[0];
        }
        if (constant || largest < NOTHING) {
            return 0;
        }
        double squares = 0;
        for (double value : values) {
            double share = (value - mean) / largest;
            squares += share * share / values.length;
        }
        double deviation = largest * Math.sqrt(squares);
        return deviation < NOTHING ? 0 : deviation;
    }

    public int rows() {
        return standardised.length;
    }

    public int size() {
        return names.size();
    }

    public List<String> names() {
        return names;
    }

    public boolean isConstant(int j) {
        return scale[j] == 0;
    }

    /** A row's covariates, centred and divided by their standard deviations. */
    public double[] standardised(int row) {
        return standardised[row];
    }

    double mean(int j) {
        return mean[j];
    }

    public double scale(int j) {
        return scale[j];
    }

    /** Largest less smallest, when standardised. */
    public double range(int j) {
        return range[j];
    }

    public Covariates only(List<Integer> kept) {
        double[][] fewer = new double[rows()][];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = only(kept, standardised[i]);
        }
        List<String> keptNames = new ArrayList<>();
        kept.forEach(j -> keptNames.add(names.get(j)));
        return new Covariates(List.copyOf(keptNames), only(kept, mean), only(kept, scale), only(kept, range), fewer);
    }

    private static double[] only(List<Integer> kept, double[] values) {
        return kept.stream().mapToDouble(j -> values[j]).toArray();
    }
}
