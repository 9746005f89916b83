package org.rapport.events.attendance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a client says of an attendance. */
@Schema(examples = """
                {"eventId": "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e", "participantId": "0198c1a5-8d2f-7b41-92e3-4a5b6c7d8e9f", "status": "PRESENT", "method": "QR", "checkedInAt": "2026-03-01T08:55:00Z"}""")
public record AttendanceRequest(
        @NotNull UUID eventId,
        UUID sessionId,
        @NotNull UUID participantId,
        @NotNull AttendanceStatus status,
        AttendanceMethod method,
        Instant checkedInAt,
        Instant checkedOutAt) {

    static AttendanceRequest from(Attendance attendance) {
        return new AttendanceRequest(
                attendance.eventId(),
                attendance.sessionId(),
                attendance.participantId(),
                attendance.status(),
                attendance.method(),
                attendance.checkedInAt(),
                attendance.checkedOutAt());
    }
}
