package org.rapport.reporting.report.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.readiness.ReadinessQuestion.StratifyBy;
import org.rapport.reporting.report.readiness.ReadinessTally.StratumKey;

/** Answers questions about readiness. */
@ApplicationScoped
class ReadinessReports {

    private final Snapshot snapshot;

    ReadinessReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    ReadinessReport answer(ReadinessQuestion question, Disclosure disclosure) {
        return snapshot.read(connection -> {
            Selection selection = question.selection();
            ScopedEvents scope = ScopedEvents.of(connection, selection.filter(), selection.asOf());
            Map<UUID, StratumKey> strata = new HashMap<>();
            scope.events().forEach(event -> strata.put(event.id(), stratum(event, question.stratifyBy())));
            ReadinessTally tally = new ReadinessTally(question, strata::get);
            LeftOut leftOut = new ParticipationQuery(connection, selection, scope)
                    .read(question.windowDays(), question.details(), tally::add);
            return new ReadinessAssembly(question, leftOut, tally, disclosure).report();
        });
    }

    private static StratumKey stratum(ScopedEvent event, StratifyBy by) {
        return switch (by) {
            case EVENT -> key(event.id(), event.title(), "event");
            case PROJECT -> key(event.projectId(), event.project(), "project");
            case PROGRAMME -> key(event.programmeId(), event.programme(), "programme");
            case COUNTRY -> key(event.country(), event.country(), "country");
        };
    }

    /** What has no name yet, because the news of it hasn't arrived, is called by its key. */
    private static StratumKey key(Object key, String label, String kind) {
        return key == null
                ? new StratumKey("none", "no " + kind)
                : new StratumKey(key.toString(), label == null ? key.toString() : label);
    }
}
