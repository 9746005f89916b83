package org.rapport.reporting.report.readiness;

import java.util.Set;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.Words;

/**
 * Everything a readiness report depends on, defaults filled in, so that the same question has the same answer for ever.
 *
 * @param windowDays how long after the end of an event an exchange counts
 * @param threshold the score from which somebody is ready; null when any open need makes ready
 */
record ReadinessQuestion(
        Selection selection, int windowDays, Integer threshold, Exposure exposure, StratifyBy stratifyBy) {

    /** As the answer states it. */
    ReadinessReport.Parameters parameters() {
        return new ReadinessReport.Parameters(
                selection.asOf(),
                "P" + windowDays + "D",
                threshold,
                selection.confirmed(),
                selection.newTies(),
                Words.of(selection.role()),
                Words.of(selection.unit()),
                Words.of(exposure),
                Words.of(selection.ascertainment()),
                Words.of(stratifyBy),
                selection.filter().programme(),
                selection.filter().project(),
                selection.filter().event(),
                selection.filter().country(),
                selection.filter().from(),
                selection.filter().to());
    }

    /** What has to be found out of each participation. */
    Set<Detail> details() {
        return exposure == Exposure.NEED_MATCH ? Set.of(Detail.NEED_MATCH) : Set.of();
    }

    boolean exposes(Participation participation) {
        return exposure == Exposure.NEED_MATCH ? participation.matched() : participation.ready(threshold);
    }

    /** What the rows of the table compare. */
    enum Exposure {
        READY,
        NEED_MATCH
    }

    /** What the strata are. */
    enum StratifyBy {
        EVENT,
        PROJECT,
        PROGRAMME,
        COUNTRY
    }
}
