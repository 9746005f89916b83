package org.rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.events.event.EventTime;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code sessions.csv}. */
@ApplicationScoped
class SessionRows implements RowReader<SessionRequest, Session> {

    private static final Columns<Session> COLUMNS = new Columns<Session>()
            .required("id", Session::id)
            .required("event", Session::eventId)
            .required("title", Session::title)
            .optional("type", Session::type)
            .required("starts_at", Session::startsAt)
            .required("ends_at", Session::endsAt)
            .optional("allocation", Session::allocation)
            .optional("capacity", Session::capacity);

    private final SessionWriter writer;

    SessionRows(SessionWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Session> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<SessionRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "sessions"),
                new SessionRequest(
                        row.reference("event", "events"),
                        row.text("title"),
                        row.constant("type", SessionType.class),
                        EventTime.of(row.start("starts_at")),
                        EventTime.of(row.end("ends_at")),
                        row.constant("allocation", Allocation.class),
                        row.integer("capacity")),
                row.errors());
    }

    @Override
    public Writer<SessionRequest, Session> writer() {
        return writer;
    }
}
