package org.rapport.events.project;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code projects.csv}. */
@ApplicationScoped
class ProjectRows implements RowReader<ProjectRequest, Project> {

    private static final Columns<Project> COLUMNS = new Columns<Project>()
            .required("id", Project::id)
            .required("programme", Project::programmeId)
            .required("title", Project::title)
            .optional("purpose", Project::purpose)
            .required("starts_at", Project::startsAt)
            .required("ends_at", Project::endsAt)
            .optional("funder", Project::funderId);

    private final ProjectWriter writer;

    ProjectRows(ProjectWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Project> columns() {
        return COLUMNS;
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
