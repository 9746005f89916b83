package org.rapport.reporting.report.communityversusbilateral;

import java.time.Instant;
import org.rapport.reporting.report.EventFilter;

/** Everything the report depends on, defaults filled in. */
record CommunityQuestion(Instant asOf, EventFilter filter, boolean confirmed, boolean newTies) {

    CommunityReport.Parameters parameters() {
        return new CommunityReport.Parameters(
                asOf,
                confirmed,
                newTies,
                filter.programme(),
                filter.project(),
                filter.event(),
                filter.country(),
                filter.from(),
                filter.to());
    }
}
