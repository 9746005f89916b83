package org.rapport.reporting.report.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.ParticipationQuery;
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
        PowerTally tally = new PowerTally(question);
        Selection selection = question.selection();
        LeftOut leftOut = snapshot.read(connection -> new ParticipationQuery(
                        connection, selection, ScopedEvents.of(connection, selection.filter(), selection.asOf()))
                .read(
                        question.windowDays(),
                        EnumSet.of(Detail.NEED_MATCH, Detail.INCENTIVE, Detail.COMMITMENTS),
                        tally::add));
        return new PowerAssembly(question, leftOut, tally, disclosure).report();
    }
}
