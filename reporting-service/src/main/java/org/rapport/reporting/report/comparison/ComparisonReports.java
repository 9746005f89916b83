package org.rapport.reporting.report.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvent;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.comparison.ComparisonQuestion.StratifyBy;
import org.rapport.reporting.report.comparison.ComparisonTally.StratumKey;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Counted;
import org.rapport.reporting.report.participation.Selection;

/** Answers questions whether those who had something engaged more often than those who did not. */
@ApplicationScoped
public class ComparisonReports {

    private final Snapshot snapshot;

    ComparisonReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    public ComparisonReport answer(ComparisonQuestion question, Disclosure disclosure) {
        return snapshot.read(connection -> {
            Selection selection = question.selection();
            ScopedEvents scope = ScopedEvents.of(connection, selection.filter(), selection.asOf());
            Function<Participation, StratumKey> strata = strata(question, scope);
            Counted<ComparisonTally> counted = new ParticipationQuery(connection, selection, scope)
                    .read(
                            question.windowDays(),
                            question.details(),
                            () -> new ComparisonTally(question, strata),
                            ComparisonTally::add);
            ComparisonTally tally = counted.parts().get(0);
            counted.parts().stream().skip(1).forEach(tally::join);
            return new ComparisonAssembly(question, counted.leftOut(), tally, disclosure).report();
        });
    }

    private static Function<Participation, StratumKey> strata(ComparisonQuestion question, ScopedEvents scope) {
        if (question.stratifyBy() == StratifyBy.READINESS) {
            return participation -> participation.ready(question.threshold()) ? StratumKey.READY : StratumKey.NOT_READY;
        }
        Map<UUID, StratumKey> strata = new HashMap<>();
        scope.events().forEach(event -> strata.put(event.id(), stratum(event, question.stratifyBy())));
        return participation -> strata.get(participation.eventId());
    }

    private static StratumKey stratum(ScopedEvent event, StratifyBy by) {
        return switch (by) {
            case EVENT -> key(event.id(), event.title(), "event");
            case PROJECT -> key(event.projectId(), event.project(), "project");
            case PROGRAMME -> key(event.programmeId(), event.programme(), "programme");
            case COUNTRY -> key(event.country(), event.country(), "country");
            case READINESS -> throw new IllegalArgumentException("Readiness is not of an event");
        };
    }

    /** What has no name yet, because the news of it hasn't arrived, is called by its key. */
    private static StratumKey key(Object key, String label, String kind) {
        return key == null
                ? new StratumKey("none", "no " + kind)
                : new StratumKey(key.toString(), label == null ? key.toString() : label);
    }
}
