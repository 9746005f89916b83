package org.rapport.reporting.report.readiness;

import java.util.List;
import org.rapport.reporting.report.readiness.ReadinessReport.Group;
import org.rapport.reporting.report.readiness.ReadinessReport.StratumRow;
import org.rapport.reporting.report.readiness.ReadinessReport.Table;
import org.rapport.reporting.report.readiness.ReadinessTally.StratumKey;
import org.rapport.reporting.statistics.BreslowDay;
import org.rapport.reporting.statistics.ChiSquared;
import org.rapport.reporting.statistics.CochranMantelHaenszel;
import org.rapport.reporting.statistics.EValue;
import org.rapport.reporting.statistics.Estimate;
import org.rapport.reporting.statistics.KendallTau;
import org.rapport.reporting.statistics.SpearmanRho;
import org.rapport.reporting.statistics.TestResult;
import org.rapport.reporting.statistics.Trend;

/** The parts of the answer as they are when they may not be shown: in their usual shape, empty, with the reason. */
record Hidden(String reason) {

    Table table() {
        return new Table(new Group(null, null), new Group(null, null), reason);
    }

    ReadinessReport.Estimates estimates() {
        Estimate none = Estimate.undefined(reason);
        return new ReadinessReport.Estimates(none, none, none, none, new EValue(null, null, reason), none, none);
    }

    ReadinessReport.Tests tests() {
        ChiSquared chiSquared = new ChiSquared(null, null, null, null, null, null, reason);
        return new ReadinessReport.Tests(TestResult.undefined(reason), chiSquared);
    }

    StratumRow stratum(StratumKey key) {
        Estimate none = Estimate.undefined(reason);
        return new StratumRow(
                key.key(), key.label(), table(), none, none, none, none, none, TestResult.undefined(reason));
    }

    ReadinessReport.StratifiedAnalysis stratified(String by, List<StratumRow> strata) {
        Estimate none = Estimate.undefined(reason);
        return new ReadinessReport.StratifiedAnalysis(
                by,
                strata,
                new ReadinessReport.MantelHaenszel(none, none, none, null),
                new CochranMantelHaenszel(null, null, null, null, null, reason),
                new BreslowDay(null, null, null, null, null, reason));
    }

    Trend trend() {
        TestResult none = TestResult.undefined(reason);
        return new Trend(null, null, null, null, null, null, null, none, none, reason);
    }

    ReadinessReport.RankAnalysis rank() {
        return new ReadinessReport.RankAnalysis(
                null,
                new SpearmanRho(null, null, null, null, null, null, null, null, reason),
                new KendallTau(null, null, null, null, null, null, null, reason));
    }

    ReadinessReport.ClusteredAnalysis clusterRobust() {
        Estimate none = Estimate.undefined(reason);
        return new ReadinessReport.ClusteredAnalysis(null, null, none, none, none);
    }
}
