package org.rapport.events.checkin;

/** Which way somebody went through a door. */
public enum Direction {
    IN,
    OUT
}
