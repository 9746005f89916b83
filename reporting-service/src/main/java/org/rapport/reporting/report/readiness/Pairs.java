package org.rapport.reporting.report.readiness;

import java.util.Arrays;
import org.rapport.reporting.statistics.KendallTau;
import org.rapport.reporting.statistics.Rank;
import org.rapport.reporting.statistics.SpearmanRho;

/** A score and a number of exchanges per unit, for the rank correlations. */
final class Pairs {

    private static final int FIRST_CAPACITY = 1_024;

    private double[] scores = new double[FIRST_CAPACITY];
    private double[] exchanges = new double[FIRST_CAPACITY];
    private int size;

    void add(int score, long numberOfExchanges) {
        if (size == scores.length) {
            scores = Arrays.copyOf(scores, size * 2);
            exchanges = Arrays.copyOf(exchanges, size * 2);
        }
        scores[size] = score;
        exchanges[size] = numberOfExchanges;
        size++;
    }

    long size() {
        return size;
    }

    SpearmanRho spearman() {
        return Rank.spearman(Arrays.copyOf(scores, size), Arrays.copyOf(exchanges, size));
    }

    KendallTau kendall() {
        return Rank.kendall(Arrays.copyOf(scores, size), Arrays.copyOf(exchanges, size));
    }
}
