package org.rapport.reporting.statistics.survival;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.rapport.reporting.statistics.regression.Covariates;

/** Who was at risk at each time of an event, within strata: one pass from the last time to the first. */
final class RiskSets {

    private final int[] order;
    private final double[][] x;
    private final int[] position;
    private final boolean[] event;
    private final int[] stratum;
    private final int size;

    RiskSets(SurvivalTimes times, Covariates covariates, int[] stratum) {
        int[] byTime = sorted(IntStream.range(0, times.size()).toArray(), times::position);
        this.order = sorted(byTime, i -> stratum[i]);
        int rows = order.length;
        this.x = new double[rows][];
        this.position = new int[rows];
        this.event = new boolean[rows];
        this.stratum = new int[rows];
        this.size = covariates.size();
        for (int i = 0; i < rows; i++) {
            x[i] = covariates.standardised(order[i]);
            position[i] = times.position(order[i]);
            event[i] = times.event(order[i]);
            this.stratum[i] = stratum[order[i]];
        }
    }

    /** Rows in the order of a number from 0, those with the same one staying in the order in which they are. */
    private static int[] sorted(int[] rows, IntUnaryOperator number) {
        int largest = Arrays.stream(rows).map(number).max().orElse(0);
        int[] next = new int[largest + 2];
        for (int row : rows) {
            next[number.applyAsInt(row) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[number.applyAsInt(row)]++] = row;
        }
        return sorted;
    }

    /** Sums over a set of rows, each weighted by exp(η), less the largest η of its stratum lest it overflow. */
    static final class Sums {

        double weight;
        final double[] x;
        final double[][] xx;

        Sums(int size) {
            x = new double[size];
            xx = new double[size][size];
        }

        void add(double risk, double[] row) {
            weight += risk;
            for (int j = 0; j < x.length; j++) {
                double weighted = risk * row[j];
                x[j] += weighted;
                for (int k = 0; k <= j; k++) {
                    xx[j][k] += weighted * row[k];
                }
            }
        }

        void add(Sums other) {
            weight += other.weight;
            for (int j = 0; j < x.length; j++) {
                x[j] += other.x[j];
                for (int k = 0; k <= j; k++) {
                    xx[j][k] += other.xx[j][k];
                }
            }
        }

        void clear() {
            weight = 0;
            Arrays.fill(x, 0);
            for (double[] row : xx) {
                Arrays.fill(row, 0);
            }
        }
    }

    /**
     * A time of events in one stratum. Rows are those of {@link RiskSets}, sorted by stratum and time.
     *
     * @param first the first row of this time
     * @param next the row after the last of this time
     * @param events how many have the event
     * @param atRisk all at risk, those with the event among them
     * @param dying those with the event
     */
    record Time(int first, int next, int events, Sums atRisk, Sums dying) {}

    /** What is to be done at each time of events. */
    interface Visitor {
        void visit(Time time);
    }

    /** From the last time to the first; the sums change after the visit. */
    void visit(double[] eta, Visitor visitor) {
        Sums atRisk = new Sums(size);
        Sums dying = new Sums(size);
        int next = order.length;
        while (next > 0) {
            atRisk.clear();
            int start = startOfStratum(next);
            while (next > start) {
                int first = startOfTime(next, start);
                int events = 0;
                dying.clear();
                for (int i = first; i < next; i++) {
                    (event[i] ? dying : atRisk).add(Math.exp(eta[i]), x[i]);
                    events += event[i] ? 1 : 0;
                }
                atRisk.add(dying);
                if (events > 0) {
                    visitor.visit(new Time(first, next, events, atRisk, dying));
                }
                next = first;
            }
        }
    }

    /** η of the sorted rows, less the largest of the stratum. */
    double[] eta(double[] coefficients) {
        double[] eta = new double[order.length];
        for (int i = 0; i < eta.length; i++) {
            for (int j = 0; j < size; j++) {
                eta[i] += coefficients[j] * x[i][j];
            }
        }
        int next = eta.length;
        while (next > 0) {
            int start = startOfStratum(next);
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = start; i < next; i++) {
                largest = Math.max(largest, eta[i]);
            }
            for (int i = start; i < next; i++) {
                // plus zero, so that the two zeros are one value
                eta[i] = eta[i] - largest + 0.0;
            }
            next = start;
        }
        return eta;
    }

    private int startOfStratum(int next) {
        int start = next - 1;
        while (start > 0 && stratum[start - 1] == stratum[next - 1]) {
            start--;
        }
        return start;
    }

    private int startOfTime(int next, int startOfStratum) {
        int first = next - 1;
        while (first > startOfStratum && position[first - 1] == position[next - 1]) {
            first--;
        }
        return first;
    }

    int rows() {
        return order.length;
    }

    int size() {
        return size;
    }

    /** Where the sorted row was before it was sorted. */
    int original(int row) {
        return order[row];
    }

    double[] x(int row) {
        return x[row];
    }

    int position(int row) {
        return position[row];
    }

    boolean event(int row) {
        return event[row];
    }

    int stratum(int row) {
        return stratum[row];
    }
}
