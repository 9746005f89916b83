package org.rapport.participants.participant;

/** Whether a participant's record is in use, was merged into another, or was erased at their wish. */
public enum ParticipantStatus {
    ACTIVE,
    MERGED,
    ERASED
}
