package org.rapport.exchanges.followup;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code follow-up-answers.csv}. */
@ApplicationScoped
class FollowUpAnswerRows implements RowReader<FollowUpAnswerRequest, FollowUpAnswer> {

    private static final Columns<FollowUpAnswer> COLUMNS = new Columns<FollowUpAnswer>()
            .required("event", FollowUpAnswer::eventId)
            .required("participant", FollowUpAnswer::participantId)
            .required("days", FollowUpAnswer::days)
            .required("answered_at", FollowUpAnswer::answeredAt);

    private final FollowUpAnswerWriter writer;

    FollowUpAnswerRows(FollowUpAnswerWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<FollowUpAnswer> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<FollowUpAnswerRequest> read(Row row) {
        FollowUpAnswerRequest request = new FollowUpAnswerRequest(
                row.reference("event", "events"),
                row.reference("participant", "participants"),
                row.integer("days"),
                row.end("answered_at"));
        return new Draft<>(
                row.id("follow-up-answers", request.eventId(), request.participantId(), request.days()),
                request,
                row.errors());
    }

    @Override
    public Writer<FollowUpAnswerRequest, FollowUpAnswer> writer() {
        return writer;
    }
}
