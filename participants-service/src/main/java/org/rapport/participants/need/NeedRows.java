package org.rapport.participants.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.participants.topic.Kind;

/** Reads {@code needs.csv}. */
@ApplicationScoped
class NeedRows implements RowReader<NeedRequest, Need> {

    private final NeedWriter writer;

    NeedRows(NeedWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "participant", "topic", "declared_at");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("kind", "description", "specificity", "urgency", "authority", "benefit", "status", "status_at");
    }

    @Override
    public Draft<NeedRequest> read(Row row) {
        Items items = new Items(
                row.integer("specificity"), row.integer("urgency"), row.integer("authority"), row.integer("benefit"));
        boolean assessed = Stream.of(items.specificity(), items.urgency(), items.authority(), items.benefit())
                .anyMatch(Objects::nonNull);
        return new Draft<>(
                row.reference("id", "needs"),
                new NeedRequest(
                        row.reference("participant", "participants"),
                        row.text("topic"),
                        row.constant("kind", Kind.class),
                        row.text("description"),
                        row.start("declared_at"),
                        assessed ? items : null,
                        row.constant("status", NeedStatus.class),
                        row.start("status_at"),
                        null),
                row.errors());
    }

    @Override
    public Writer<NeedRequest, Need> writer() {
        return writer;
    }
}
