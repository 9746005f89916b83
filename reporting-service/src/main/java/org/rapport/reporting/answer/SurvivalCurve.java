package org.rapport.reporting.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import org.rapport.reporting.statistics.survival.KaplanMeier;
import org.rapport.reporting.statistics.survival.KaplanMeier.Horizon;
import org.rapport.reporting.statistics.survival.KaplanMeier.Point;

/**
 * How many of a group have had no event yet, over time.
 *
 * @param totalTime how long all together were followed
 * @param points a step for each different time
 * @param at at times that were asked for; absent if none were
 * @param reason why there are no counts, if there are none
 */
public record SurvivalCurve(
        String group,
        Long n,
        Long events,
        Double totalTime,
        Median median,
        List<Point> points,
        @JsonInclude(Include.NON_EMPTY) List<Horizon> at,
        @JsonInclude(Include.NON_NULL) String reason) {

    public static SurvivalCurve of(String group, KaplanMeier curve, List<Double> times) {
        return of(group, curve, times.stream().map(curve::at).toList(), null);
    }

    /** @param reason why not all of it is told, if it isn't */
    public static SurvivalCurve of(String group, KaplanMeier curve, List<Horizon> at, String reason) {
        return new SurvivalCurve(
                group,
                curve.n(),
                curve.events(),
                curve.totalTime(),
                Median.of(curve.median()),
                curve.points(),
                at,
                reason);
    }

    public static SurvivalCurve hidden(String group, String reason) {
        return new SurvivalCurve(
                group,
                null,
                null,
                null,
                new Median(null, null, null, null, null, reason),
                List.of(),
                List.of(),
                reason);
    }
}
