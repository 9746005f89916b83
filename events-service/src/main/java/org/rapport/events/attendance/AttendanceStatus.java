package org.rapport.events.attendance;

/** Whether somebody was there; of two records of one attendance, the status that comes first here counts. */
public enum AttendanceStatus {
    PRESENT,
    PARTIAL,
    EXCUSED,
    NO_SHOW,
    UNKNOWN;

    /** Whether they were there at all. */
    public boolean isAttended() {
        return this == PRESENT || this == PARTIAL;
    }
}
