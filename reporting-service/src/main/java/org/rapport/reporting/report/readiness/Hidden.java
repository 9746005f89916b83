package org.rapport.reporting.report.readiness;

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

    ReadinessReport.StratifiedAnalysis stratified(String by, List<StratumRow> strata) {
        return new ReadinessReport.StratifiedAnalysis(
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

    ReadinessReport.ClusteredAnalysis clusterRobust() {
        Estimate none = Estimate.undefined(reason);
        return new ReadinessReport.ClusteredAnalysis(null, null, none, none, none);
    }
}
