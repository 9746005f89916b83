package org.rapport.exchanges.followup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code follow-up-answers.csv}. */
@ApplicationScoped
class FollowUpAnswerRows implements RowReader<FollowUpAnswerRequest, FollowUpAnswer> {

    private final FollowUpAnswerWriter writer;

    FollowUpAnswerRows(FollowUpAnswerWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("event", "participant", "days", "answered_at");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of();
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
