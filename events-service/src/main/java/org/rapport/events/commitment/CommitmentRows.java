package org.rapport.events.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code commitments.csv}. */
@ApplicationScoped
class CommitmentRows implements RowReader<CommitmentRequest, Commitment> {

    private static final Columns<Commitment> COLUMNS = new Columns<Commitment>()
            .required("event", Commitment::eventId)
            .required("participant", Commitment::participantId)
            .optional("counterpart", Commitment::counterpartId)
            .required("stated_at", Commitment::statedAt)
            .optional("promise", Commitment::promise)
            .optional("due_at", Commitment::dueAt);

    private final CommitmentWriter writer;

    CommitmentRows(CommitmentWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Commitment> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<CommitmentRequest> read(Row row) {
        CommitmentRequest request = new CommitmentRequest(
                row.reference("event", "events"),
                row.reference("participant", "participants"),
                row.reference("counterpart", "participants"),
                row.start("stated_at"),
                row.constant("promise", Promise.class),
                row.end("due_at"));
        return new Draft<>(
                row.id("commitments", request.eventId(), request.participantId(), request.counterpartId()),
                request,
                row.errors());
    }

    @Override
    public Writer<CommitmentRequest, Commitment> writer() {
        return writer;
    }
}
