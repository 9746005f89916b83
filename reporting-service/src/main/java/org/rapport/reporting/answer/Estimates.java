package org.rapport.reporting.answer;

import org.rapport.reporting.statistics.EValue;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TwoByTwo;

/** What a 2x2 table says; ready is exposed. */
public record Estimates(
        Estimate riskReady,
        Estimate riskNotReady,
        Estimate riskDifference,
        Estimate relativeRisk,
        EValue eValue,
        Estimate oddsRatio,
        Estimate phi) {

    public static Estimates of(TwoByTwo table) {
        Estimate relativeRisk = table.relativeRisk();
        return new Estimates(
                table.riskExposed(),
                table.riskUnexposed(),
                table.riskDifference(),
                relativeRisk,
                EValue.of(relativeRisk),
                table.oddsRatio(),
                table.phi());
    }

    public static Estimates hidden(String reason) {
        Estimate none = Estimate.undefined(reason);
        return new Estimates(none, none, none, none, new EValue(null, null, reason), none, none);
    }
}
