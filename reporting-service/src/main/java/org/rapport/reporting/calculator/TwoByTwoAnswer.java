package org.rapport.reporting.calculator;

import org.rapport.reporting.answer.Estimates;
import org.rapport.reporting.answer.Table;
import org.rapport.reporting.answer.Tests;
import org.rapport.reporting.statistics.ConditionalExact;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TwoByTwo;

/** What a report says of a table, and the same by other methods. */
public record TwoByTwoAnswer(Table table, Estimates estimates, Tests tests, Alternatives alternatives) {

    /** Other methods for the same: exact ones, for small samples, and those often met elsewhere. */
    public record Alternatives(
            Estimate riskReadyClopperPearson,
            Estimate riskNotReadyClopperPearson,
            Estimate riskDifferenceWald,
            Estimate relativeRiskKoopman,
            Estimate relativeRiskHaldane,
            Estimate oddsRatioHaldane,
            ConditionalExact conditionalExact) {}

    static TwoByTwoAnswer of(TwoByTwo table) {
        return new TwoByTwoAnswer(
                Table.of(table),
                Estimates.of(table),
                Tests.of(table),
                new Alternatives(
                        table.riskExposedClopperPearson(),
                        table.riskUnexposedClopperPearson(),
                        table.riskDifferenceWald(),
                        table.relativeRiskKoopman(),
                        table.relativeRiskHaldane(),
                        table.oddsRatioHaldane(),
                        table.conditionalExact()));
    }
}
