package org.rapport.reporting.calculator;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.reporting.statistics.survival.SurvivalInterval;
import org.rapport.reporting.statistics.survival.SurvivalTimes;

/**
 * How long each of many was followed.
 *
 * @param event whether the event happened at the end of that time; if not, the follow-up ended there
 * @param group which curve each belongs to; absent, all are in one
 * @param stratum within which groups are compared; absent, they are compared as they are
 * @param at times at which survival and numbers at risk are wanted
 * @param tau until when mean times are counted; absent, until the shortest of the groups' longest follow-ups
 * @param interval the scale on which intervals are symmetric; absent, LOG_LOG
 */
@Schema(
        examples =
                "{\"time\": [12, 40, 95, 180, 30, 77, 180, 180], \"event\": [true, true, true, false, true, true, false, false],"
                        + " \"group\": [\"ready\", \"ready\", \"ready\", \"ready\", \"notReady\", \"notReady\", \"notReady\", \"notReady\"],"
                        + " \"at\": [30, 90, 180]}")
public record SurvivalRequest(
        List<Double> time,
        List<Boolean> event,
        @Schema(implementation = String[].class) List<Object> group,
        @Schema(implementation = String[].class) List<Object> stratum,
        List<Double> at,
        Double tau,
        SurvivalInterval interval) {

    private static final int MOST_GROUPS = 20;
    private static final int MOST_STRATA = 1_000;
    private static final int MOST_HORIZONS = 100;

    SurvivalAnswer calculate() {
        Columns columns = new Columns();
        double[] times = columns.times(time, "time");
        boolean[] events = columns.booleans(event, "event");
        Labels groups = columns.labels(group, "group");
        Labels strata = columns.labels(stratum, "stratum");
        if (groups.names().size() > MOST_GROUPS) {
            columns.add("/group", "GROUP_MANY", "must have at most " + MOST_GROUPS + " different groups");
        }
        if (strata.names().size() > MOST_STRATA) {
            columns.add("/stratum", "STRATUM_MANY", "must have at most " + MOST_STRATA + " different strata");
        }
        checkHorizons(columns);
        columns.throwIfAny();
        return SurvivalAnswer.of(
                SurvivalTimes.of(times, events),
                groups,
                strata.numbers(),
                at == null ? List.of() : at,
                tau,
                interval == null ? SurvivalInterval.LOG_LOG : interval);
    }

    private void checkHorizons(Columns columns) {
        if (at != null && at.size() > MOST_HORIZONS) {
            columns.add("/at", "AT_LENGTH", "must have at most " + MOST_HORIZONS + " elements");
        } else if (at != null) {
            for (int i = 0; i < at.size(); i++) {
                if (at.get(i) == null || !isTime(at.get(i))) {
                    columns.add("/at/" + i, "AT_RANGE", "must be a number from 0 to 1e15");
                }
            }
        }
        if (tau != null && (!isTime(tau) || tau == 0)) {
            columns.add("/tau", "TAU_RANGE", "must be a number above 0, up to 1e15");
        }
    }

    private static boolean isTime(double value) {
        return value >= 0 && value <= Columns.LARGEST;
    }
}
