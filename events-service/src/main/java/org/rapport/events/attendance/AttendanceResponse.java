package org.rapport.events.attendance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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

        @Schema(description = "What was recorded before, the earliest first")
        List<PastAttendance> history,

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
                attendance.history(),
                attendance.createdAt(),
                attendance.updatedAt(),
                attendance.version());
    }
}
