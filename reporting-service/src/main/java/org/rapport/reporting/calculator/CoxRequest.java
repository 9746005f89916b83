package org.rapport.reporting.calculator;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.answer.CoxRegression;
import org.rapport.reporting.statistics.regression.Covariates;
import org.rapport.reporting.statistics.survival.Cox;
import org.rapport.reporting.statistics.survival.SurvivalTimes;
import org.rapport.reporting.statistics.survival.Ties;

/**
 * How long each of many was followed, and what is known of them.
 *
 * @param event whether the event happened at the end of that time; if not, the follow-up ended there
 * @param covariates by name, a number per row
 * @param cluster rows of one cluster aren't independent; absent, each row is its own
 * @param stratum rows of different strata aren't compared; absent, all are
 * @param ties how events at the same time are taken; absent, EFRON
 */
@Schema(
        examples =
                "{\"time\": [12, 40, 95, 180, 30, 77, 150, 180], \"event\": [true, true, true, false, true, true, true, false],"
                        + " \"covariates\": {\"needMatch\": [1, 1, 0, 1, 0, 1, 0, 0], \"score\": [12, 9, 4, 7, 11, 3, 8, 0]},"
                        + " \"cluster\": [\"a\", \"a\", \"b\", \"b\", \"c\", \"c\", \"d\", \"e\"]}")
public record CoxRequest(
        List<Double> time,
        List<Boolean> event,
        Map<String, List<Double>> covariates,
        @Schema(implementation = String[].class) List<Object> cluster,
        @Schema(implementation = String[].class) List<Object> stratum,
        Ties ties) {

    CoxRegression calculate() {
        Columns columns = new Columns();
        double[] times = columns.times(time, "time");
        boolean[] events = columns.booleans(event, "event");
        Map<String, double[]> named = columns.covariates(covariates);
        Labels clusters = columns.labels(cluster, "cluster");
        Labels strata = columns.labels(stratum, "stratum");
        columns.throwIfAny();
        Cox cox = Cox.of(
                SurvivalTimes.of(times, events),
                Covariates.of(times.length, named),
                strata.numbers(),
                ties == null ? Ties.EFRON : ties);
        int[] clustering = cluster == null ? IntStream.range(0, times.length).toArray() : clusters.numbers();
        return CoxRegression.of(List.copyOf(named.keySet()), cox, clustering);
    }
}
