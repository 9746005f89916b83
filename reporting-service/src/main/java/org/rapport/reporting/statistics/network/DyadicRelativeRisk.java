package org.rapport.reporting.statistics.network;

import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TwoByTwo;

/**
 * Relative risks of pairs of people, in one or several 2x2 tables of pairs, with errors that only take pairs without a
 * person in common to be independent. Each pair's influence on a log ratio, u = x (y - p1) / (n1 p1) - (1 - x)(y - p0) /
 * (n0 p0), is linear in the counts of a table; so V = Σ over people (Σu)² - Σ over pairs (Σu)² is a quadratic form in
 * second moments of the counts, and neither people nor pairs need be kept. A pair may be counted several times (at several
 * events). V need not be positive; then there is no interval. Too small with few people (below some 100). Fafchamps and Gubert 2007; Aronow, Samii and Assenova 2015.
 */
public final class DyadicRelativeRisk {

    private static final String METHOD = "dyadic-cluster-robust";

    private final long[] totals;
    private final double[][] moments;

    /** @param tables how many: 1, or as many as there are groups of pairs to compare */
    public DyadicRelativeRisk(int tables) {
        totals = new long[4 * tables];
        moments = new double[4 * tables][4 * tables];
    }

    /** Adds a person, once: the pairs that this one belongs to, in each table. */
    public void addPerson(TwoByTwo... pairs) {
        addSquares(counts(pairs), 1);
    }

    /** @param pairs the four counts of each table */
    public void addPerson(long... pairs) {
        if (pairs.length != totals.length) {
            throw new IllegalArgumentException(pairs.length + " counts instead of " + totals.length);
        }
        addSquares(pairs, 1);
    }

    /** Adds whatever was added to another one of as many tables. */
    public void add(DyadicRelativeRisk other) {
        for (int i = 0; i < totals.length; i++) {
            totals[i] += other.totals[i];
            for (int j = 0; j < totals.length; j++) {
                moments[i][j] += other.moments[i][j];
            }
        }
    }

    /** Adds pairs of people that were counted alike: how often and where each of them was, in each table. */
    public void addPairs(long pairs, TwoByTwo... ofEach) {
        long[] counts = counts(ofEach);
        for (int i = 0; i < totals.length; i++) {
            totals[i] += pairs * counts[i];
        }
        addSquares(counts, -pairs);
    }

    private long[] counts(TwoByTwo... tables) {
        if (4 * tables.length != totals.length) {
            throw new IllegalArgumentException(tables.length + " tables instead of " + totals.length / 4);
        }
        long[] counts = new long[totals.length];
        for (int t = 0; t < tables.length; t++) {
            counts[4 * t] = tables[t].a();
            counts[4 * t + 1] = tables[t].b();
            counts[4 * t + 2] = tables[t].c();
            counts[4 * t + 3] = tables[t].d();
        }
        return counts;
    }

    private void addSquares(long[] counts, long times) {
        for (int i = 0; i < counts.length; i++) {
            double[] row = moments[i];
            for (int j = 0; j < counts.length && counts[i] != 0; j++) {
                row[j] += (double) times * counts[i] * counts[j];
            }
        }
    }

    public TwoByTwo table(int table) {
        int first = 4 * table;
        return new TwoByTwo(totals[first], totals[first + 1], totals[first + 2], totals[first + 3]);
    }

    public Estimate relativeRisk(int table) {
        Estimate naive = table(table).relativeRisk();
        if (!naive.defined()) {
            return naive;
        }
        double[] influence = new double[totals.length];
        addInfluence(table, 1, influence);
        return estimate(naive.value(), influence);
    }

    /** The relative risk of one table divided by that of another: how much more exposure goes with in the one. */
    public Estimate ratio(int one, int other) {
        Estimate above = table(one).relativeRisk();
        Estimate below = table(other).relativeRisk();
        if (!above.defined() || !below.defined()) {
            return above.defined() ? below : above;
        }
        double[] influence = new double[totals.length];
        addInfluence(one, 1, influence);
        addInfluence(other, -1, influence);
        return estimate(above.value() / below.value(), influence);
    }

    private void addInfluence(int table, int sign, double[] influence) {
        TwoByTwo counts = table(table);
        int first = 4 * table;
        influence[first] += sign * (double) counts.b() / counts.exposed() / counts.a();
        influence[first + 1] -= sign * 1.0 / counts.exposed();
        influence[first + 2] -= sign * (double) counts.d() / counts.unexposed() / counts.c();
        influence[first + 3] += sign * 1.0 / counts.unexposed();
    }

    private Estimate estimate(double value, double[] influence) {
        double variance = 0;
        for (int i = 0; i < influence.length; i++) {
            for (int j = 0; j < influence.length; j++) {
                variance += influence[i] * influence[j] * moments[i][j];
            }
        }
        return Estimate.logNormal(value, Math.sqrt(Math.max(0, variance)), METHOD);
    }
}
