package org.rapport.reporting.report.participation;

import java.util.List;
import java.util.UUID;

/**
 * Somebody's attendance of an event, with what came with them and what followed. What wasn't asked for is false.
 *
 * @param event its number among those of the question
 * @param score the readiness score, null without a need open at the start
 * @param matched whether another attendee offered what such a need asks for
 * @param embedded whether the event lies within a longer project
 * @param incentive whether the registration carries one, or the event has one for everybody
 * @param coattended whether this person and another attendee had been at the same event before
 * @param toCommunity how many commitments to the community were stated
 * @param keptDays of each commitment to another participant the day on which it was kept; -1 if it never was
 * @param items of the need that gives the score, null if it wasn't assessed
 * @param followUpDays whole days from the end of the event; null if nothing was ever ascertained
 * @param recordedDays the same by what is recorded until the time of the report
 * @param answeredDays the same by the last answered follow-up; null if none was, or it wasn't asked for
 * @param exchanges how many count
 * @param firstExchangeDay days from the end of the event to the first of them, rounded up; null without any
 */
public record Participation(
        UUID participantId,
        UUID eventId,
        int event,
        Integer score,
        boolean matched,
        boolean embedded,
        boolean incentive,
        boolean coattended,
        long toCommunity,
        List<Long> keptDays,
        Items items,
        Long followUpDays,
        long recordedDays,
        Long answeredDays,
        long lateNeeds,
        int exchanges,
        Long firstExchangeDay) {

    /** The four items of an assessment, each from 0 to 4. */
    public record Items(int specificity, int urgency, int authority, int benefit) {}

    public int scoreOrZero() {
        return score == null ? 0 : score;
    }

    public ReadinessLevel level() {
        return ReadinessLevel.of(score);
    }

    /** @param threshold the score from which somebody is ready; null when any open need makes ready */
    public boolean ready(Integer threshold) {
        return threshold == null ? score != null : scoreOrZero() >= threshold;
    }

    /** Whether the follow-up covers so many days. */
    public boolean followedFor(int days) {
        return followUpDays != null && followUpDays >= days;
    }

    /** Whether there was an exchange within so many days. */
    public boolean engagedWithin(int days) {
        return firstExchangeDay != null && firstExchangeDay <= days;
    }
}
