package org.rapport.reporting.report.comparison;

import java.util.Set;
import org.rapport.reporting.report.participation.Participation;
import org.rapport.reporting.report.participation.ParticipationQuery.Detail;
import org.rapport.reporting.report.participation.Selection;
import org.rapport.reporting.report.participation.Words;

/**
 * Everything a report of this kind depends on, defaults filled in, so that the same question has the same answer for ever.
 *
 * @param report its name
 * @param windowDays how long after the end of an event an exchange counts
 * @param threshold the score from which somebody is ready; null when any open need makes ready
 */
public record ComparisonQuestion(
        String report,
        Selection selection,
        int windowDays,
        Integer threshold,
        Exposure exposure,
        StratifyBy stratifyBy) {

    /** As the answer states it. */
    ComparisonReport.Parameters parameters() {
        return new ComparisonReport.Parameters(
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
        return switch (exposure) {
            case READY, EMBEDDED -> Set.of();
            case NEED_MATCH -> Set.of(Detail.NEED_MATCH);
            case INCENTIVE -> Set.of(Detail.INCENTIVE);
        };
    }

    boolean exposes(Participation participation) {
        return switch (exposure) {
            case READY -> participation.ready(threshold);
            case NEED_MATCH -> participation.matched();
            case EMBEDDED -> participation.embedded();
            case INCENTIVE -> participation.incentive();
        };
    }

    /** What the rows of the table compare. */
    public enum Exposure {
        READY,
        NEED_MATCH,
        EMBEDDED,
        INCENTIVE
    }

    /** What the strata are. */
    public enum StratifyBy {
        EVENT,
        PROJECT,
        PROGRAMME,
        COUNTRY,
        READINESS
    }
}
