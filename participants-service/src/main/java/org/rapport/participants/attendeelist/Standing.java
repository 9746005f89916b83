package org.rapport.participants.attendeelist;

import java.time.Instant;
import java.util.UUID;
import org.rapport.kit.json.Times;

/**
 * What a list says of one participant, by all of their tickets.
 *
 * @param line of the first of them
 */
record Standing(
        long line,
        UUID participantId,
        RegistrationStatus status,
        Instant registeredAt,
        boolean attended,
        Instant checkedInAt) {

    static Standing of(UUID participantId, ListedAttendee ticket) {
        return new Standing(
                ticket.line(),
                participantId,
                ticket.status(),
                ticket.registeredAt(),
                ticket.attended(),
                ticket.checkedInAt());
    }

    /** Registered with the stronger status since the earlier time, and there since the first check-in. */
    Standing and(Standing other) {
        return new Standing(
                line,
                participantId,
                status.compareTo(other.status) <= 0 ? status : other.status,
                Times.earlier(registeredAt, other.registeredAt),
                attended || other.attended,
                Times.earlier(checkedInAt, other.checkedInAt));
    }
}
