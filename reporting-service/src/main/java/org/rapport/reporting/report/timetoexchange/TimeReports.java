package org.rapport.reporting.report.timetoexchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ReportsConfig;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Counted;
import org.rapport.reporting.report.participation.Selection;

/** Answers how soon exchanges follow. */
@ApplicationScoped
class TimeReports {

    private final Snapshot snapshot;
    private final ReportsConfig config;

    TimeReports(Snapshot snapshot, ReportsConfig config) {
        this.snapshot = snapshot;
        this.config = config;
    }

    TimeReport answer(TimeQuestion question, Disclosure disclosure) {
        Counted<TimeTally> counted = snapshot.read(connection -> {
            Selection selection = question.selection();
            ScopedEvents scope = ScopedEvents.of(connection, selection.filter(), selection.asOf());
            return new ParticipationQuery(connection, selection, scope)
                    .read(
                            null,
                            question.details(),
                            () -> new TimeTally(question, config.maxRegressionRows()),
                            TimeTally::add);
        });
        TimeTally tally = counted.parts().get(0);
        counted.parts().stream().skip(1).forEach(tally::join);
        return new TimeAssembly(question, counted.leftOut(), tally, disclosure).report();
    }
}
