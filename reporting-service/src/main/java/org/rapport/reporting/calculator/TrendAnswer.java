package org.rapport.reporting.calculator;

import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.statistics.Trend;

/** What a report says of levels; the level of a group is its score. */
public record TrendAnswer(List<Level> levels, Trend cochranArmitage) {

    /** A group. */
    public record Level(double level, long engaged, long total) {}

    static TrendAnswer of(TrendRequest request) {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < request.totals().size(); i++) {
            levels.add(new Level(
                    request.scores().get(i),
                    request.successes().get(i),
                    request.totals().get(i)));
        }
        return new TrendAnswer(
                levels,
                Trend.of(
                        longs(request.successes()),
                        longs(request.totals()),
                        request.scores().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
    }

    private static long[] longs(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).toArray();
    }
}
