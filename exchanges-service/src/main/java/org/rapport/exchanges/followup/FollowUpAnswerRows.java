package org.rapport.exchanges.followup;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code follow-up-answers.csv}. */
@ApplicationScoped
class FollowUpAnswerRows implements RowReader<FollowUpAnswerRequest, FollowUp> {

    private static final Columns<FollowUp> COLUMNS = new Columns<FollowUp>()
            .required("event", FollowUp::eventId)
            .required("participant", FollowUp::participantId)
            .required("days", FollowUp::days)
            .required("answered_at", FollowUp::answeredAt);

    private final FollowUpWriter writer;

    FollowUpAnswerRows(FollowUpWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<FollowUp> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<FollowUpAnswerRequest> read(Row row) {
        FollowUpAnswerRequest request = new FollowUpAnswerRequest(
                row.reference("event", "events"),
                row.reference("participant", "participants"),
                row.integer("days"),
                row.end("answered_at"),
                null);
        return new Draft<>(
                row.id("follow-up-answers", request.eventId(), request.participantId(), request.days()),
                request,
                row.errors());
    }

    @Override
    public Writer<FollowUpAnswerRequest, FollowUp> writer() {
        return writer;
    }
}
