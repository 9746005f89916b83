package org.rapport.reporting.calculator;

import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.answer.Estimates;
import org.rapport.reporting.answer.MantelHaenszel;
import org.rapport.reporting.answer.StratumRow;
import org.rapport.reporting.statistics.BreslowDay;
import org.rapport.reporting.statistics.CochranMantelHaenszel;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Stratified;
import org.rapport.reporting.statistics.Stratum;

/**
 * What a report says of strata, and what they say when taken for one.
 *
 * @param crude of the strata added up
 * @param riskDifferenceGreenlandRobins the pooled difference with another variance, for few large strata
 */
public record StratifiedAnswer(
        List<StratumRow> strata,
        MantelHaenszel mantelHaenszel,
        CochranMantelHaenszel cochranMantelHaenszel,
        BreslowDay breslowDay,
        Estimates crude,
        Estimate riskDifferenceGreenlandRobins,
        List<String> warnings) {

    static StratifiedAnswer of(Stratified strata) {
        List<StratumRow> rows = new ArrayList<>();
        for (Stratum stratum : strata.strata()) {
            rows.add(StratumRow.of(Integer.toString(rows.size() + 1), stratum.label(), stratum.table()));
        }
        return new StratifiedAnswer(
                rows,
                MantelHaenszel.of(strata),
                strata.cochranMantelHaenszel(),
                strata.breslowDay(),
                Estimates.of(strata.crude()),
                strata.riskDifferenceGreenlandRobins(),
                strata.warnings());
    }
}
