package org.rapport.reporting.answer;

import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.TwoByTwo;

/** One stratum: its table and what that says by itself. */
public record StratumRow(
        String key,
        String label,
        Table table,
        Estimate riskReady,
        Estimate riskNotReady,
        Estimate riskDifference,
        Estimate relativeRisk,
        Estimate oddsRatio,
        TestResult fisherExact) {

    public static StratumRow of(String key, String label, TwoByTwo table) {
        return new StratumRow(
                key,
                label,
                Table.of(table),
                table.riskExposed(),
                table.riskUnexposed(),
                table.riskDifference(),
                table.relativeRisk(),
                table.oddsRatio(),
                table.fisherExact());
    }

    public static StratumRow hidden(String key, String label, String reason) {
        Estimate none = Estimate.undefined(reason);
        return new StratumRow(
                key, label, Table.hidden(reason), none, none, none, none, none, TestResult.undefined(reason));
    }
}
