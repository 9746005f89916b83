package org.rapport.reporting.report.readiness;

import java.util.UUID;

/**
 * Somebody's attendance of an event, with the needs brought there and the exchanges that followed.
 *
 * @param score the readiness score, null without a need open at the start
 * @param matched whether another attendee offered what such a need asks for; asked for only if that is the exposure
 * @param items of the need that gives the score, null if it wasn't assessed
 * @param followUpDays whole days from the end of the event; null if nothing was ever ascertained
 * @param exchanges how many count within the window
 */
record Participation(
        UUID participantId,
        UUID eventId,
        Integer score,
        boolean matched,
        Items items,
        Long followUpDays,
        long lateNeeds,
        long exchanges) {

    /** The four items of an assessment, each from 0 to 4. */
    record Items(int specificity, int urgency, int authority, int benefit) {}

    boolean hasOpenNeed() {
        return score != null;
    }

    int scoreOrZero() {
        return score == null ? 0 : score;
    }

    ReadinessLevel level() {
        return ReadinessLevel.of(score);
    }
}
