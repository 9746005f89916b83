package org.rapport.events.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code sessions.csv}. */
@ApplicationScoped
class SessionRows implements RowReader<SessionRequest, Session> {

    private final SessionWriter writer;

    SessionRows(SessionWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "event", "title", "starts_at", "ends_at");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("type", "allocation");
    }

    @Override
    public Draft<SessionRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "sessions"),
                new SessionRequest(
                        row.reference("event", "events"),
                        row.text("title"),
                        row.constant("type", SessionType.class),
                        row.start("starts_at"),
                        row.end("ends_at"),
                        row.constant("allocation", Allocation.class)),
                row.errors());
    }

    @Override
    public Writer<SessionRequest, Session> writer() {
        return writer;
    }
}
