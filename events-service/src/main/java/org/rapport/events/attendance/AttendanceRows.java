package org.rapport.events.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code attendances.csv}. */
@ApplicationScoped
class AttendanceRows implements RowReader<AttendanceRequest, Attendance> {

    private static final Columns<Attendance> COLUMNS = new Columns<Attendance>()
            .required("event", Attendance::eventId)
            .optional("session", Attendance::sessionId)
            .required("participant", Attendance::participantId)
            .required("status", Attendance::status)
            .optional("method", Attendance::method)
            .optional("checked_in_at", Attendance::checkedInAt)
            .optional("checked_out_at", Attendance::checkedOutAt);

    private final AttendanceWriter writer;

    AttendanceRows(AttendanceWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Attendance> columns() {
        return COLUMNS;
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
