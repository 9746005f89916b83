package org.rapport.events.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code events.csv}. */
@ApplicationScoped
class EventRows implements RowReader<EventRequest, Event> {

    private static final Columns<Event> COLUMNS = new Columns<Event>()
            .required("id", Event::id)
            .optional("programme", Event::programmeId)
            .optional("project", Event::projectId)
            .required("title", Event::title)
            .optional("purpose", Event::purpose)
            .optional("format", Event::format)
            .optional("attendance_mode", Event::attendanceMode)
            .optional("country", Event::country)
            .optional("city", Event::city)
            .optional("time_zone", Event::timeZone)
            .required("starts_at", Event::startsAt)
            .required("ends_at", Event::endsAt)
            .optional("capacity", Event::capacity)
            .optional("status", Event::status)
            .optional("registration_mode", Event::registrationMode)
            .optional("incentive", EventRows::firstIncentive);

    private final EventWriter writer;

    EventRows(EventWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Event> columns() {
        return COLUMNS;
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
                        EventTime.of(row.start("starts_at")),
                        EventTime.of(row.end("ends_at")),
                        row.integer("capacity"),
                        row.constant("status", EventStatus.class),
                        row.constant("registration_mode", RegistrationMode.class),
                        incentives(row)),
                row.errors());
    }

    /** What a file states is an incentive for everybody, of whom nothing more is known. */
    private static List<Incentive> incentives(Row row) {
        IncentiveType type = row.constant("incentive", IncentiveType.class);
        return type == null ? List.of() : List.of(new Incentive(type, null, null));
    }

    private static IncentiveType firstIncentive(Event event) {
        return event.incentives().isEmpty() ? null : event.incentives().get(0).type();
    }

    @Override
    public Writer<EventRequest, Event> writer() {
        return writer;
    }
}
