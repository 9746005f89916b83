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
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Counted;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.UnresolvedReferences;

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
            if (!selection.filter().takesAll()) {
                // of everybody it is their columns that say which moment will do
                unresolved.goBack(connection);
            }
            ScopedEvents scope = ScopedEvents.of(connection, selection.filter(), selection.asOf());
            ParticipationQuery participations = new ParticipationQuery(connection, selection, scope);
            Counted<CoverageTally> counted = participations.read(
                    question.windowDays(),
                    Set.of(Detail.ANSWERS),
                    () -> new CoverageTally(question, participations.events().size()),
                    CoverageTally::add);
            CoverageTally tally = counted.parts().get(0);
            counted.parts().stream().skip(1).forEach(tally::join);
            List<Wave> waves =
                    Waves.read(connection, participations.records(), participations.events(), selection.asOf());
            CoverageQuery query = new CoverageQuery(connection, selection.asOf());
            Map<UUID, String> titles = new HashMap<>();
            scope.events().forEach(event -> titles.put(event.id(), event.title()));
            return new CoverageAssembly(
                            question,
                            counted.leftOut(),
                            tally,
                            tally.events(participations.events()::id),
                            titles,
                            disclosure)
                    .report(waves, query.consent(participations.records()), unresolved.read(connection));
        });
    }
}
