package org.rapport.reporting.report.participation;

import java.time.Instant;
import org.rapport.reporting.report.EventFilter;

/**
 * What questions on participations have in common, defaults filled in.
 *
 * @param confirmed whether both sides must have confirmed an exchange
 * @param newTies whether exchanges of pairs that had one before the event are left out
 */
public record Selection(
        Instant asOf,
        EventFilter filter,
        boolean confirmed,
        boolean newTies,
        Role role,
        Unit unit,
        Ascertainment ascertainment) {

    /** Whose exchanges count. */
    public enum Role {
        ANY,
        INITIATOR
    }

    /** What is counted: every attendance, or everybody once, at the last event attended. */
    public enum Unit {
        PARTICIPATION,
        PARTICIPANT
    }

    /** How long somebody is taken to have been followed. */
    public enum Ascertainment {
        RECORDED,
        CONFIRMED
    }
}
