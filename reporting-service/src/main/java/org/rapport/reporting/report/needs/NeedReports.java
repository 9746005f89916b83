package org.rapport.reporting.report.needs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.rapport.reporting.report.Disclosure;
import org.rapport.reporting.report.EventFilter;
import org.rapport.reporting.report.Snapshot;

/** Answers which needs were met. */
@ApplicationScoped
class NeedReports {

    private final Snapshot snapshot;

    NeedReports(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    NeedReport answer(EventFilter filter, Instant asOf, Disclosure disclosure) {
        return snapshot.read(connection -> {
            NeedQuery query = new NeedQuery(connection, asOf, filter);
            return new NeedAssembly(filter, asOf, query.withoutConsent(), query.labels(), query.tally(), disclosure)
                    .report();
        });
    }
}
