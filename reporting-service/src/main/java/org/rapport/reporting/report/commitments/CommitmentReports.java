package org.rapport.reporting.report.commitments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.LeftOut;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;

/** Answers what became of promises. */
@ApplicationScoped
class CommitmentReports {

    private final Snapshot snapshot;

    CommitmentReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    CommitmentReport answer(Selection selection, Disclosure disclosure) {
        CommitmentTally tally = new CommitmentTally();
        LeftOut leftOut = snapshot.read(connection -> new ParticipationQuery(
                        connection, selection, ScopedEvents.of(connection, selection.filter(), selection.asOf()))
                .read(CommitmentTally.LAST, Set.of(Detail.COMMITMENTS), tally::add));
        return new CommitmentAssembly(selection, leftOut, tally, disclosure).report();
    }
}
