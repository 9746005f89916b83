package org.rapport.reporting.report.readinessexposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.readinessexposure.PairQuery.ExchangingPair;
import org.rapport.reporting.report.readinessexposure.PairQuery.Excluded;

/** Answers what goes with exchanges between two people. */
@ApplicationScoped
class ExposureReports {

    private final Snapshot snapshot;

    ExposureReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    ExposureReport answer(ExposureQuestion question, Disclosure disclosure) {
        Ladder ladder = new Ladder();
        List<ExchangingPair> standingOut = new ArrayList<>();
        Excluded[] excluded = new Excluded[1];
        PairTally tally = snapshot.read(connection -> {
            ScopedEvents scope = ScopedEvents.of(connection, question.filter(), question.asOf());
            PairQuery query = new PairQuery(connection, question, scope);
            query.exchanging(standingOut::add);
            PairTally pairs = new PairTally(question.newTies(), standingOut);
            query.people(pairs::add);
            query.introduced(ladder::add);
            query.sessions(ladder::add);
            excluded[0] = query.excluded();
            return pairs;
        });
        return new ExposureAssembly(question, excluded[0], tally.close(ladder), ladder, disclosure).report();
    }
}
