package org.rapport.reporting.report.readinessexposure;

import jakarta.enterprise.context.ApplicationScoped;
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
        Read read = snapshot.read(connection -> {
            ScopedEvents scope = ScopedEvents.of(connection, question.filter(), question.asOf());
            List<UUID> ids = question.filter().takesAll() ? null : scope.ids();
            Memberships memberships = MembershipQuery.read(
                    connection, question, NumberedEvents.over(connection, scope, question.asOf()), ids);
            Ladder ladder = new Ladder();
            PairQuery query = new PairQuery(connection, question, scope, memberships);
            query.introduced(ladder);
            return new Read(memberships, ladder, query.exchanging(), query.excluded());
        });
        PairCounts counts = new PairTally(question.newTies(), read.memberships, read.exchanging, read.ladder).count();
        return new ExposureAssembly(question, read.excluded, counts, read.ladder, disclosure).report();
    }

    private record Read(Memberships memberships, Ladder ladder, List<TwoPeople> exchanging, Excluded excluded) {}
}
