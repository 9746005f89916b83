package org.rapport.participants.need;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.participants.topic.Kind;

/** Reads {@code needs.csv}. */
@ApplicationScoped
class NeedRows implements RowReader<NeedRequest, Need> {

    private static final Columns<Need> COLUMNS = new Columns<Need>()
            .required("id", Need::id)
            .required("participant", Need::participantId)
            .required("topic", Need::topic)
            .optional("kind", Need::kind)
            .optional("description", Need::description)
            .required("declared_at", Need::declaredAt)
            .optional("specificity", item(Items::specificity))
            .optional("urgency", item(Items::urgency))
            .optional("authority", item(Items::authority))
            .optional("benefit", item(Items::benefit))
            .optional("status", Need::status)
            .optional("status_at", Need::statusAt);

    private final NeedWriter writer;

    NeedRows(NeedWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Need> columns() {
        return COLUMNS;
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

    private static Function<Need, Integer> item(Function<Items, Integer> item) {
        return need -> need.firstItems() == null ? null : item.apply(need.firstItems());
    }

    @Override
    public Writer<NeedRequest, Need> writer() {
        return writer;
    }
}
