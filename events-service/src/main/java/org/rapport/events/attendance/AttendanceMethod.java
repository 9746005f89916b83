package org.rapport.events.attendance;

/** How an attendance became known. */
public enum AttendanceMethod {
    QR,
    MANUAL,
    SELF,
    IMPORT
}
