package org.rapport.events.checkin;

import java.time.Instant;
import java.util.UUID;

/** A registration as the door sees it, with what it must know of the event. */
record Admission(
        UUID eventId, UUID participantId, String status, String eventStatus, Instant startsAt, Instant endsAt) {

    /** Why nobody may pass on it, whenever they come; null if they may. */
    Rejection obstacle() {
        if (eventStatus.equals("CANCELLED") || status.equals("CANCELLED") || status.equals("WITHDRAWN")) {
            return Rejection.CANCELLED;
        }
        return status.equals("CONFIRMED") ? null : Rejection.NOT_CONFIRMED;
    }
}
