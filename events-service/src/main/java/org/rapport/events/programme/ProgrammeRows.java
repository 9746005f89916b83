package org.rapport.events.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code programmes.csv}. */
@ApplicationScoped
class ProgrammeRows implements RowReader<ProgrammeRequest, Programme> {

    private final ProgrammeWriter writer;

    ProgrammeRows(ProgrammeWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "title");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of();
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
