package org.rapport.reporting.report.comparison;

import java.util.List;
import org.rapport.reporting.answer.MantelHaenszel;
import org.rapport.reporting.answer.StratumRow;
import org.rapport.reporting.statistics.BreslowDay;
import org.rapport.reporting.statistics.CochranMantelHaenszel;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.Trend;

/** The parts of the answer as they are when they may not be shown: in their usual shape, empty, with the reason. */
record Hidden(String reason) {

    ComparisonReport.StratifiedAnalysis stratified(String by, List<StratumRow> strata) {
        return new ComparisonReport.StratifiedAnalysis(
                by,
                strata,
                MantelHaenszel.hidden(reason),
                new CochranMantelHaenszel(null, null, null, null, null, reason),
                new BreslowDay(null, null, null, null, null, reason));
    }

    Trend trend() {
        TestResult none = TestResult.undefined(reason);
        return new Trend(null, null, null, null, null, null, null, none, none, reason);
    }

    ComparisonReport.ClusteredAnalysis clusterRobust() {
        Estimate none = Estimate.undefined(reason);
        return new ComparisonReport.ClusteredAnalysis(null, null, none, none, none);
    }

    ComparisonReport.InteractionAnalysis interaction() {
        Estimate none = Estimate.undefined(reason);
        return new ComparisonReport.InteractionAnalysis(
                none, none, none, TestResult.undefined(reason), new ComparisonReport.RobustRatios(none, none));
    }
}
