package org.rapport.reporting.report.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.coverage.Waves.Wave;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;

/** Answers how much is known. */
@ApplicationScoped
class CoverageReports {

    private final Snapshot snapshot;
    private final UnresolvedReferences unresolved;

    CoverageReports(Snapshot snapshot, UnresolvedReferences unresolved) {
        this.snapshot = snapshot;
        this.unresolved = unresolved;
    }

    CoverageReport answer(CoverageQuestion question, Disclosure disclosure) {
        return snapshot.read(connection -> {
            Selection selection = question.selection();
            ScopedEvents scope = ScopedEvents.of(connection, selection.filter(), selection.asOf());
            CoverageTally tally = new CoverageTally(question);
            ParticipationQuery participations = new ParticipationQuery(connection, selection, scope);
            LeftOut leftOut = participations.read(question.windowDays(), Set.of(Detail.ANSWERS), tally::add);
            List<Wave> waves = Waves.read(
                    connection,
                    participations.records(),
                    participations.events(),
                    selection.asOf(),
                    selection.filter().takesAll() ? null : scope.heldIds());
            CoverageQuery query = new CoverageQuery(connection, selection.asOf());
            Map<UUID, String> titles = new HashMap<>();
            scope.events().forEach(event -> titles.put(event.id(), event.title()));
            return new CoverageAssembly(question, leftOut, tally, titles, disclosure)
                    .report(waves, query.consent(), unresolved.read(connection));
        });
    }
}
