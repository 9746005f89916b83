package org.rapport.events.attendance;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.rapport.kit.json.Times;

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

    /** The same, and what is known since they were seen. Who left before they came has come back. */
    AttendanceRequest seen(AttendanceRequest sighting) {
        Instant in = Times.earlier(checkedInAt, sighting.checkedInAt);
        Instant out = Times.later(checkedOutAt, sighting.checkedOutAt);
        return new AttendanceRequest(
                eventId,
                sessionId,
                participantId,
                status.isAttended() ? status : sighting.status,
                status.isAttended() && method != null ? method : sighting.method,
                in,
                in != null && out != null && out.isBefore(in) ? null : out);
    }

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
