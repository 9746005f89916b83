package org.rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code attendances.csv}. */
@ApplicationScoped
class AttendanceRows implements RowReader<AttendanceRequest, Attendance> {

    private final AttendanceWriter writer;

    AttendanceRows(AttendanceWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("event", "participant", "status");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("session", "method", "checked_in_at", "checked_out_at");
    }

    @Override
    public Draft<AttendanceRequest> read(Row row) {
        AttendanceRequest request = new AttendanceRequest(
                row.reference("event", "events"),
                row.reference("session", "sessions"),
                row.reference("participant", "participants"),
                row.constant("status", AttendanceStatus.class),
                row.constant("method", AttendanceMethod.class),
                row.start("checked_in_at"),
                row.start("checked_out_at"));
        return new Draft<>(
                row.id("attendances", request.eventId(), request.sessionId(), request.participantId()),
                request,
                row.errors());
    }

    @Override
    public Writer<AttendanceRequest, Attendance> writer() {
        return writer;
    }
}
