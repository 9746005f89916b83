package org.rapport.events.attendance;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What was recorded of an attendance until it was corrected.
 *
 * @param version that the attendance had then
 * @param recordedAt since when that was recorded
 */
@Embeddable
public record PastAttendance(
        long version,
        @Enumerated(EnumType.STRING) AttendanceStatus status,
        @Enumerated(EnumType.STRING) AttendanceMethod method,
        Instant checkedInAt,
        Instant checkedOutAt,
        Instant recordedAt) {}
