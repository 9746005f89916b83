package org.rapport.reporting.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Adjustment of the p-values of several comparisons in one report. A null, of a test that was undefined, stays null and
 * isn't counted among the comparisons.
 */
public final class Multiplicity {

    private Multiplicity() {}

    /** Each p times the number of tests. */
    public static List<Double> bonferroni(List<Double> pValues) {
        int tests = tested(pValues).size();
        List<Double> adjusted = new ArrayList<>();
        for (Double p : pValues) {
            adjusted.add(p == null ? null : Double.valueOf(Math.min(1, p * tests)));
        }
        return adjusted;
    }

    /**
     * Family-wise error under any dependence: the i-th smallest of m times m - i + 1, made increasing from the smallest
     * up. For comparisons that are to confirm something. Holm 1979.
     */
    public static List<Double> holm(List<Double> pValues) {
        List<Integer> order = tested(pValues);
        Double[] adjusted = new Double[pValues.size()];
        double largest = 0;
        for (int i = 0; i < order.size(); i++) {
            largest = Math.max(largest, pValues.get(order.get(i)) * (order.size() - i));
            adjusted[order.get(i)] = Math.min(1, largest);
        }
        return Collections.unmodifiableList(Arrays.asList(adjusted));
    }

    /**
     * False discovery rate when the tests are independent or positively dependent: the i-th smallest of m times m / i,
     * made increasing from the largest down. For comparisons that explore. Benjamini and Hochberg 1995.
     */
    public static List<Double> benjaminiHochberg(List<Double> pValues) {
        List<Integer> order = tested(pValues);
        Double[] adjusted = new Double[pValues.size()];
        double smallest = 1;
        for (int i = order.size() - 1; i >= 0; i--) {
            smallest = Math.min(smallest, pValues.get(order.get(i)) * order.size() / (i + 1));
            adjusted[order.get(i)] = smallest;
        }
        return Collections.unmodifiableList(Arrays.asList(adjusted));
    }

    /** Where the p-values are, from the smallest up. */
    private static List<Integer> tested(List<Double> pValues) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < pValues.size(); i++) {
            Double p = pValues.get(i);
            if (p != null) {
                if (!(p >= 0 && p <= 1)) {
                    throw new IllegalArgumentException("Not a p-value: " + p);
                }
                positions.add(i);
            }
        }
        positions.sort(Comparator.comparing(pValues::get));
        return positions;
    }
}
