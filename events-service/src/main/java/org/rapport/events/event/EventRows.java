package org.rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code events.csv}. */
@ApplicationScoped
class EventRows implements RowReader<EventRequest, Event> {

    private final EventWriter writer;

    EventRows(EventWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "title", "starts_at", "ends_at");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of(
                "programme",
                "project",
                "purpose",
                "format",
                "attendance_mode",
                "country",
                "city",
                "time_zone",
                "capacity",
                "status",
                "incentive");
    }

    @Override
    public Draft<EventRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "events"),
                new EventRequest(
                        row.reference("programme", "programmes"),
                        row.reference("project", "projects"),
                        row.text("title"),
                        row.text("purpose"),
                        row.constant("format", EventFormat.class),
                        row.constant("attendance_mode", AttendanceMode.class),
                        row.text("country"),
                        row.text("city"),
                        row.text("time_zone"),
                        row.start("starts_at"),
                        row.end("ends_at"),
                        row.integer("capacity"),
                        row.constant("status", EventStatus.class),
                        incentives(row)),
                row.errors());
    }

    /** What a file states is an incentive for everybody, of whom nothing more is known. */
    private static List<Incentive> incentives(Row row) {
        IncentiveType type = row.constant("incentive", IncentiveType.class);
        return type == null ? List.of() : List.of(new Incentive(type, null, null));
    }

    @Override
    public Writer<EventRequest, Event> writer() {
        return writer;
    }
}
