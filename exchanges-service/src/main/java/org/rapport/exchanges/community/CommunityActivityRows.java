package org.rapport.exchanges.community;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code community-activities.csv}. */
@ApplicationScoped
class CommunityActivityRows implements RowReader<CommunityActivityRequest, CommunityActivity> {

    private static final Columns<CommunityActivity> COLUMNS = new Columns<CommunityActivity>()
            .required("event", CommunityActivity::eventId)
            .required("participant", CommunityActivity::participantId)
            .optional("channel", CommunityActivity::channel)
            .required("at", CommunityActivity::at)
            .optional("thread", CommunityActivity::threadId)
            .optional("message", CommunityActivity::messageId);

    private final CommunityActivityWriter writer;

    CommunityActivityRows(CommunityActivityWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<CommunityActivity> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<CommunityActivityRequest> read(Row row) {
        CommunityActivityRequest request = new CommunityActivityRequest(
                row.reference("event", "events"),
                row.reference("participant", "participants"),
                row.constant("channel", Channel.class),
                row.start("at"),
                row.reference("thread", "threads"),
                row.reference("message", "messages"));
        return new Draft<>(
                row.id(
                        "community-activities",
                        request.eventId(),
                        request.participantId(),
                        request.channel(),
                        request.at()),
                request,
                row.errors());
    }

    @Override
    public Writer<CommunityActivityRequest, CommunityActivity> writer() {
        return writer;
    }
}
