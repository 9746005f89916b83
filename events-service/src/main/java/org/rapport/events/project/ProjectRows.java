package org.rapport.events.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code projects.csv}. */
@ApplicationScoped
class ProjectRows implements RowReader<ProjectRequest, Project> {

    private final ProjectWriter writer;

    ProjectRows(ProjectWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "programme", "title", "starts_at", "ends_at");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("purpose", "funder");
    }

    @Override
    public Draft<ProjectRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "projects"),
                new ProjectRequest(
                        row.reference("programme", "programmes"),
                        row.text("title"),
                        row.text("purpose"),
                        row.start("starts_at"),
                        row.end("ends_at"),
                        row.reference("funder", "organisations")),
                row.errors());
    }

    @Override
    public Writer<ProjectRequest, Project> writer() {
        return writer;
    }
}
