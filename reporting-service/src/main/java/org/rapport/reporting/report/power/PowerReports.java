package org.rapport.reporting.report.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Counted;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.power.PowerParams.PowerQuestion;

/** Answers what could be found out. */
@ApplicationScoped
class PowerReports {

    private final Snapshot snapshot;

    PowerReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    PowerReport answer(PowerQuestion question, Disclosure disclosure) {
        Selection selection = question.selection();
        Counted<PowerTally> counted = snapshot.read(connection -> new ParticipationQuery(
                        connection, selection, ScopedEvents.of(connection, selection.filter(), selection.asOf()))
                .read(
                        question.windowDays(),
                        EnumSet.of(Detail.NEED_MATCH, Detail.INCENTIVE, Detail.COMMITMENTS),
                        () -> new PowerTally(question),
                        PowerTally::add));
        PowerTally tally = counted.parts().get(0);
        counted.parts().stream().skip(1).forEach(tally::join);
        return new PowerAssembly(question, counted.leftOut(), tally, disclosure).report();
    }
}
