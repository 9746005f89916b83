package org.rapport.events.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An event as clients see it. */
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
        Integer capacity,
        EventStatus status,
        List<Incentive> incentives,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static EventResponse from(Event event) {
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
                event.capacity(),
                event.status(),
                event.incentives(),
                event.createdAt(),
                event.updatedAt(),
                event.version());
    }
}
