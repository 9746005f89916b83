package org.rapport.reporting.report.readinessexposure;

import java.time.Instant;
import org.rapport.reporting.report.EventFilter;

/**
 * Everything the report depends on, defaults filled in.
 *
 * @param windowDays how long after the end of an event an exchange counts
 * @param confirmed whether both sides must have confirmed an exchange
 * @param newTies whether pairs that had an exchange before the event are left out
 */
record ExposureQuestion(Instant asOf, EventFilter filter, int windowDays, boolean confirmed, boolean newTies) {

    ExposureReport.Parameters parameters() {
        return new ExposureReport.Parameters(
                asOf,
                "P" + windowDays + "D",
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
