package org.rapport.reporting.report.comparison;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.rapport.reporting.answer.RankCorrelation;

/** How many units there are of each score and number of exchanges, for the rank correlations. */
final class Pairs {

    private final SortedMap<Integer, SortedMap<Long, long[]>> counts = new TreeMap<>();

    void add(int score, long exchanges) {
        counts.computeIfAbsent(score, key -> new TreeMap<>()).computeIfAbsent(exchanges, key -> new long[1])[0]++;
    }

    RankCorrelation correlation() {
        DoubleStream.Builder scores = DoubleStream.builder();
        DoubleStream.Builder exchanges = DoubleStream.builder();
        LongStream.Builder units = LongStream.builder();
        counts.forEach((score, byExchanges) -> byExchanges.forEach((number, count) -> {
            scores.add(score);
            exchanges.add(number);
            units.add(count[0]);
        }));
        return RankCorrelation.of(
                scores.build().toArray(),
                exchanges.build().toArray(),
                units.build().toArray());
    }
}
