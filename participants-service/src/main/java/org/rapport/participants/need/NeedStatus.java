package org.rapport.participants.need;

/** Whether a need still stands. */
public enum NeedStatus {
    OPEN,
    MET,
    WITHDRAWN
}
