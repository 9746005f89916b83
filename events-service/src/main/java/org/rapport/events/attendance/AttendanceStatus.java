package org.rapport.events.attendance;

/** Whether somebody was there. */
public enum AttendanceStatus {
    PRESENT,
    PARTIAL,
    EXCUSED,
    NO_SHOW,
    UNKNOWN
}
