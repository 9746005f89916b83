package org.rapport.exchanges.outcome;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code outcomes.csv}. */
@ApplicationScoped
class OutcomeRows implements RowReader<OutcomeRequest, Outcome> {

    private static final Columns<Outcome> COLUMNS = new Columns<Outcome>()
            .required("id", Outcome::id)
            .required("exchange", Outcome::exchangeId)
            .required("level", Outcome::level)
            .optional("text", Outcome::text)
            .optional("evidence_url", Outcome::evidenceUrl)
            .optional("observed_at", Outcome::observedAt);

    private final OutcomeWriter writer;

    OutcomeRows(OutcomeWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Outcome> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<OutcomeRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "outcomes"),
                new OutcomeRequest(
                        row.reference("exchange", "exchanges"),
                        row.constant("level", OutcomeLevel.class),
                        row.text("text"),
                        row.text("evidence_url"),
                        row.start("observed_at"),
                        null),
                row.errors());
    }

    @Override
    public Writer<OutcomeRequest, Outcome> writer() {
        return writer;
    }
}
