package org.rapport.events.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.json.Uuids;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code allocations.csv}. */
@ApplicationScoped
class AllocationRows implements RowReader<AllocationRequest, Allocation> {

    private static final Columns<Allocation> COLUMNS = new Columns<Allocation>()
            .required("session", Allocation::sessionId)
            .required("participant", Allocation::participantId)
            .optional("method", Allocation::method)
            .optional("seed", Allocation::seed);

    private final AllocationWriter writer;

    AllocationRows(AllocationWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Allocation> columns() {
        return COLUMNS;
    }

    /** With a new id each: one that was taken back and is there again is not what it was. */
    @Override
    public Draft<AllocationRequest> read(Row row) {
        return new Draft<>(
                Uuids.next(),
                new AllocationRequest(
                        row.reference("session", "sessions"),
                        row.reference("participant", "participants"),
                        row.constant("method", AllocationMethod.class),
                        row.longInteger("seed")),
                row.errors());
    }

    @Override
    public Writer<AllocationRequest, Allocation> writer() {
        return writer;
    }
}
