package org.rapport.exchanges.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code exchanges.csv}. */
@ApplicationScoped
class ExchangeRows implements RowReader<ExchangeRequest, Exchange> {

    private final ExchangeWriter writer;

    ExchangeRows(ExchangeWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "participant_a", "participant_b", "status");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("type", "started_at", "initiated_by", "origin_event", "need", "prior_tie", "reported_by");
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
