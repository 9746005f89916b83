package org.rapport.reporting.report.commitments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.ParticipationQuery;
import org.rapport.reporting.report.participation.ParticipationQuery.Counted;
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
        Counted<CommitmentTally> counted = snapshot.read(connection -> new ParticipationQuery(
                        connection, selection, ScopedEvents.of(connection, selection.filter(), selection.asOf()))
                .read(CommitmentTally.LAST, Set.of(Detail.COMMITMENTS), CommitmentTally::new, CommitmentTally::add));
        CommitmentTally tally = counted.parts().get(0);
        tally.endPerson();
        counted.parts().stream().skip(1).forEach(tally::join);
        return new CommitmentAssembly(selection, counted.leftOut(), tally, disclosure).report();
    }
}
