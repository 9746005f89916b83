package org.rapport.events.event;

/** Where one attends. */
public enum AttendanceMode {
    OFFLINE,
    ONLINE,
    MIXED
}
