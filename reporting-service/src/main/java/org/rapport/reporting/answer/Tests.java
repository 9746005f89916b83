package org.rapport.reporting.answer;

import org.rapport.reporting.statistics.ChiSquared;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.TwoByTwo;

/** Whether chance alone could give such a table. */
public record Tests(TestResult fisherExact, ChiSquared chiSquared) {

    public static Tests of(TwoByTwo table) {
        return new Tests(table.fisherExact(), table.chiSquared());
    }

    public static Tests hidden(String reason) {
        return new Tests(TestResult.undefined(reason), new ChiSquared(null, null, null, null, null, null, reason));
    }
}
