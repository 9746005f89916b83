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
        for (int i = 0; i < request.totals().length; i++) {
            levels.add(new Level(request.scores()[i], request.successes()[i], request.totals()[i]));
        }
        return new TrendAnswer(levels, Trend.of(request.successes(), request.totals(), request.scores()));
    }
}
