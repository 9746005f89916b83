package org.rapport.participants.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.participants.topic.Kind;

/** Reads {@code offers.csv}. */
@ApplicationScoped
class OfferRows implements RowReader<OfferRequest, Offer> {

    private final OfferWriter writer;

    OfferRows(OfferWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "participant", "topic");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("kind", "description", "available_from", "available_to");
    }

    @Override
    public Draft<OfferRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "offers"),
                new OfferRequest(
                        row.reference("participant", "participants"),
                        row.text("topic"),
                        row.constant("kind", Kind.class),
                        row.text("description"),
                        row.start("available_from"),
                        row.end("available_to")),
                row.errors());
    }

    @Override
    public Writer<OfferRequest, Offer> writer() {
        return writer;
    }
}
