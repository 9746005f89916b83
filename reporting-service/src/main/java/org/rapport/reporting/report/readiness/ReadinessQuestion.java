package org.rapport.reporting.report.readiness;

import java.time.Instant;
import org.rapport.reporting.report.EventFilter;

/**
 * Everything a readiness report depends on, defaults filled in, so that the same question has the same answer for ever.
 *
 * @param windowDays how long after the end of an event an exchange counts
 * @param threshold the score from which somebody is ready; null when any open need makes ready
 * @param confirmed whether both sides must have confirmed an exchange
 * @param newTies whether exchanges of pairs that had one before the event are left out
 */
record ReadinessQuestion(
        Instant asOf,
        int windowDays,
        Integer threshold,
        boolean confirmed,
        boolean newTies,
        Role role,
        Unit unit,
        Exposure exposure,
        Ascertainment ascertainment,
        StratifyBy stratifyBy,
        EventFilter filter) {

    /** As the answer states it. */
    ReadinessReport.Parameters parameters() {
        return new ReadinessReport.Parameters(
                asOf,
                "P" + windowDays + "D",
                threshold,
                confirmed,
                newTies,
                Words.of(role),
                Words.of(unit),
                Words.of(exposure),
                Words.of(ascertainment),
                Words.of(stratifyBy),
                filter.programme(),
                filter.project(),
                filter.event(),
                filter.country(),
                filter.from(),
                filter.to());
    }

    /** Whose exchanges count. */
    enum Role {
        ANY,
        INITIATOR
    }

    /** What is counted: every attendance, or everybody once, at the last event attended. */
    enum Unit {
        PARTICIPATION,
        PARTICIPANT
    }

    /** What the rows of the table compare. */
    enum Exposure {
        READY,
        NEED_MATCH
    }

    /** How long somebody is taken to have been followed. */
    enum Ascertainment {
        RECORDED,
        CONFIRMED
    }

    /** What the strata are. */
    enum StratifyBy {
        EVENT,
        PROJECT,
        PROGRAMME,
        COUNTRY
    }
}
