package org.rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code programmes.csv}. */
@ApplicationScoped
class ProgrammeRows implements RowReader<ProgrammeRequest, Programme> {

    private static final Columns<Programme> COLUMNS =
            new Columns<Programme>().required("id", Programme::id).required("title", Programme::title);

    private final ProgrammeWriter writer;

    ProgrammeRows(ProgrammeWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Programme> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<ProgrammeRequest> read(Row row) {
        return new Draft<>(row.reference("id", "programmes"), new ProgrammeRequest(row.text("title")), row.errors());
    }

    @Override
    public Writer<ProgrammeRequest, Programme> writer() {
        return writer;
    }
}
