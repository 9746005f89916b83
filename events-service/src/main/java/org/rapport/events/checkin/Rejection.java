package org.rapport.events.checkin;

/** Why a scan does not let anybody in. */
public enum Rejection {
    /** Nobody here has signed the code. */
    FORGED,
    /** The code is of another event. */
    WRONG_EVENT,
    /** The event has no such session, or others are allocated to it. */
    WRONG_SESSION,
    /** The registration is cancelled, withdrawn or gone, or the event is cancelled. */
    CANCELLED,
    /** The registration is applied for, on the waiting list, or rejected. */
    NOT_CONFIRMED,
    /** The code was good until some time after the event. */
    EXPIRED,
    /** Whoever is in already cannot come in again before they have left. */
    ALREADY_CHECKED_IN,
    /** The device has used this nonce for another scan. */
    NONCE_REUSED
}
