package org.rapport.events.attendance;

import java.time.Instant;
import java.util.UUID;

/** An attendance as clients see it. */
public record AttendanceResponse(
        UUID id,
        UUID eventId,
        UUID sessionId,
        UUID participantId,
        AttendanceStatus status,
        AttendanceMethod method,
        Instant checkedInAt,
        Instant checkedOutAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static AttendanceResponse from(Attendance attendance) {
        return new AttendanceResponse(
                attendance.id(),
                attendance.eventId(),
                attendance.sessionId(),
                attendance.participantId(),
                attendance.status(),
                attendance.method(),
                attendance.checkedInAt(),
                attendance.checkedOutAt(),
                attendance.createdAt(),
                attendance.updatedAt(),
                attendance.version());
    }
}
