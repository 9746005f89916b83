package org.rapport.participants.topic;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code topics.csv}. */
@ApplicationScoped
class TopicRows implements RowReader<TopicRequest, Topic> {

    private static final Columns<Topic> COLUMNS = new Columns<Topic>()
            .required("code", Topic::code)
            .required("label", Topic::label)
            .optional("broader", Topic::broader);

    private final TopicWriter writer;

    TopicRows(TopicWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Topic> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<TopicRequest> read(Row row) {
        TopicRequest request = new TopicRequest(row.text("code"), row.text("label"), row.text("broader"));
        return new Draft<>(row.id("topics", request.code()), request, row.errors());
    }

    @Override
    public Writer<TopicRequest, Topic> writer() {
        return writer;
    }
}
