package org.rapport.reporting.report.readinessexposure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.ScopedEvents;
import org.rapport.reporting.report.Snapshot;
import org.rapport.reporting.report.participation.NumberedEvents;
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
        Memberships memberships = snapshot.read(connection -> {
            ScopedEvents scope = ScopedEvents.of(connection, question.filter(), question.asOf());
            List<UUID> ids = question.filter().takesAll() ? null : scope.ids();
            Memberships read = MembershipQuery.read(
                    connection, question, NumberedEvents.over(connection, scope, question.asOf()), ids);
            PairQuery query = new PairQuery(connection, question, scope, read);
            query.introduced(ladder, ids);
            query.exchanging(standingOut::add);
            excluded[0] = query.excluded();
            return read;
        });
        PairCounts counts = new PairTally(question.newTies(), memberships, standingOut, ladder).count();
        return new ExposureAssembly(question, excluded[0], counts, ladder, disclosure).report();
    }
}
