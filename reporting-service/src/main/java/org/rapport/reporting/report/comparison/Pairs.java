package org.rapport.reporting.report.comparison;

import java.util.Arrays;
import org.rapport.reporting.answer.RankCorrelation;

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

    RankCorrelation correlation() {
        return RankCorrelation.of(Arrays.copyOf(scores, size), Arrays.copyOf(exchanges, size));
    }
}
