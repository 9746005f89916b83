package org.rapport.events.calendar;

import java.time.Instant;
import java.util.UUID;
import org.rapport.events.event.EventStatus;

/**
 * An event or a session, as a calendar shows it.
 *
 * @param kind of thing
 * @param sequence grows with each change of what is shown
 * @param partOf the event of a session; null for an event
 * @param timeZone in which its times are told; null for UTC
 */
record Entry(
        Kind kind,
        UUID id,
        long sequence,
        Instant createdAt,
        Instant updatedAt,
        UUID partOf,
        String title,
        String description,
        String city,
        String country,
        String timeZone,
        Instant startsAt,
        Instant endsAt,
        EventStatus status) {

    /** What has entries. */
    enum Kind {
        EVENT,
        SESSION
    }
}
