package org.rapport.reporting.answer;

import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.Stratified;

/** Pooled over strata. */
public record MantelHaenszel(
        Estimate oddsRatio, Estimate relativeRisk, Estimate riskDifference, Long informativeStrata) {

    public static MantelHaenszel of(Stratified strata) {
        return new MantelHaenszel(
                strata.oddsRatio(), strata.relativeRisk(), strata.riskDifference(), (long) strata.informativeStrata());
    }

    public static MantelHaenszel hidden(String reason) {
        Estimate none = Estimate.undefined(reason);
        return new MantelHaenszel(none, none, none, null);
    }
}
