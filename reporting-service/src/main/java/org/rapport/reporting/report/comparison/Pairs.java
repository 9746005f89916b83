package org.rapport.reporting.report.comparison;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.rapport.reporting.answer.RankCorrelation;

/** How many units there are of each score and number of exchanges, for the rank correlations. */
final class Pairs {

    /** By the score and then the number of exchanges, as far as there are any. */
    private long[][] counts = new long[0][];

    void add(int score, int exchanges) {
        add(score, exchanges, 1);
    }

    /** Adds the counts of other units. */
    void join(Pairs others) {
        for (int score = 0; score < others.counts.length; score++) {
            for (int exchanges = 0; exchanges < others.counts[score].length; exchanges++) {
                add(score, exchanges, others.counts[score][exchanges]);
            }
        }
    }

    private void add(int score, int exchanges, long units) {
        if (score >= counts.length) {
            int before = counts.length;
            counts = Arrays.copyOf(counts, score + 1);
            Arrays.fill(counts, before, counts.length, new long[0]);
        }
        if (exchanges >= counts[score].length) {
            counts[score] = Arrays.copyOf(counts[score], exchanges + 1);
        }
        counts[score][exchanges] += units;
    }

    RankCorrelation correlation() {
        DoubleStream.Builder scores = DoubleStream.builder();
        DoubleStream.Builder exchanges = DoubleStream.builder();
        LongStream.Builder units = LongStream.builder();
        for (int score = 0; score < counts.length; score++) {
            for (int number = 0; number < counts[score].length; number++) {
                if (counts[score][number] > 0) {
                    scores.add(score);
                    exchanges.add(number);
                    units.add(counts[score][number]);
                }
            }
        }
        return RankCorrelation.of(
                scores.build().toArray(),
                exchanges.build().toArray(),
                units.build().toArray());
    }
}
