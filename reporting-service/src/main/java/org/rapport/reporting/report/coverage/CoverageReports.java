package org.rapport.reporting.report.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;

/** Answers how much is known. */
@ApplicationScoped
class CoverageReports {

    private final Snapshot snapshot;

    CoverageReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    CoverageReport answer(CoverageQuestion question, Disclosure disclosure) {
        return snapshot.read(connection -> {
            Selection selection = question.selection();
            ScopedEvents scope = ScopedEvents.of(connection, selection.filter(), selection.asOf());
            CoverageTally tally = new CoverageTally(question);
            LeftOut leftOut = new ParticipationQuery(connection, selection, scope)
                    .read(question.windowDays(), Set.of(Detail.ANSWERS), tally::add);
            CoverageQuery query = new CoverageQuery(connection, selection.asOf(), scope);
            Map<UUID, String> titles = new HashMap<>();
            scope.events().forEach(event -> titles.put(event.id(), event.title()));
            return new CoverageAssembly(question, leftOut, tally, titles, disclosure)
                    .report(query.waves(), query.consent(), query.unresolvedReferences());
        });
    }
}
