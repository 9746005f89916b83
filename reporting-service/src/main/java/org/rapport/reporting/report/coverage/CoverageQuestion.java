package org.rapport.reporting.report.coverage;

import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.Words;

/**
 * Everything the report depends on, defaults filled in.
 *
 * @param windowDays how long somebody has to be followed to count as known
 * @param threshold the score from which somebody is ready; null when any open need makes ready
 */
record CoverageQuestion(Selection selection, int windowDays, Integer threshold) {

    CoverageReport.Parameters parameters() {
        return new CoverageReport.Parameters(
                selection.asOf(),
                "P" + windowDays + "D",
                threshold,
                selection.confirmed(),
                selection.newTies(),
                Words.of(selection.role()),
                Words.of(selection.unit()),
                Words.of(selection.ascertainment()),
                selection.filter().programme(),
                selection.filter().project(),
                selection.filter().event(),
                selection.filter().country(),
                selection.filter().from(),
                selection.filter().to());
    }
}
