package org.rapport.events.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event as clients see it.
 *
 * @param startsAtLocal what clocks show there, if the time zone is known
 * @param embedded whether the event is part of a project that starts before it and ends after it
 * @param embeddedReason why it is or is not
 */
public record EventResponse(
        UUID id,
        UUID programmeId,
        UUID projectId,
        String title,
        String purpose,
        EventFormat format,
        AttendanceMode attendanceMode,
        String country,
        String city,
        String timeZone,
        Instant startsAt,
        Instant endsAt,
        String startsAtLocal,
        String endsAtLocal,
        Integer capacity,
        EventStatus status,
        RegistrationMode registrationMode,
        boolean embedded,
        Embedding embeddedReason,
        List<Incentive> incentives,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static EventResponse from(Event event, Embedding embedding) {
        return new EventResponse(
                event.id(),
                event.programmeId(),
                event.projectId(),
                event.title(),
                event.purpose(),
                event.format(),
                event.attendanceMode(),
                event.country(),
                event.city(),
                event.timeZone(),
                event.startsAt(),
                event.endsAt(),
                EventTime.localOf(event.startsAt(), event.timeZone()),
                EventTime.localOf(event.endsAt(), event.timeZone()),
                event.capacity(),
                event.status(),
                event.registrationMode(),
                embedding == Embedding.WITHIN_PROJECT,
                embedding,
                event.incentives(),
                event.createdAt(),
                event.updatedAt(),
                event.version());
    }
}
