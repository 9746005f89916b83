package org.rapport.exchanges.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code exchanges.csv}. */
@ApplicationScoped
class ExchangeRows implements RowReader<ExchangeRequest, Exchange> {

    private static final Columns<Exchange> COLUMNS = new Columns<Exchange>()
            .required("id", Exchange::id)
            .required("participant_a", Exchange::participantAId)
            .required("participant_b", Exchange::participantBId)
            .optional("type", Exchange::type)
            .required("status", Exchange::status)
            .optional("started_at", Exchange::startedAt)
            .optional("initiated_by", Exchange::initiatedBy)
            .optional("origin_event", Exchange::originEventId)
            .optional("need", Exchange::needId)
            .optional("prior_tie", Exchange::priorTie)
            .optional("reported_by", Exchange::reportedBy);

    private final ExchangeWriter writer;

    ExchangeRows(ExchangeWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Exchange> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<ExchangeRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "exchanges"),
                new ExchangeRequest(
                        row.reference("participant_a", "participants"),
                        row.reference("participant_b", "participants"),
                        row.constant("type", ExchangeType.class),
                        row.constant("status", ExchangeStatus.class),
                        row.start("started_at"),
                        row.reference("initiated_by", "participants"),
                        row.reference("origin_event", "events"),
                        row.reference("need", "needs"),
                        row.constant("prior_tie", PriorTie.class),
                        row.reference("reported_by", "participants")),
                row.errors());
    }

    @Override
    public Writer<ExchangeRequest, Exchange> writer() {
        return writer;
    }
}
