package org.rapport.participants.offer;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.participants.topic.Kind;

/** Reads {@code offers.csv}. */
@ApplicationScoped
class OfferRows implements RowReader<OfferRequest, Offer> {

    private static final Columns<Offer> COLUMNS = new Columns<Offer>()
            .required("id", Offer::id)
            .required("participant", Offer::participantId)
            .required("topic", Offer::topic)
            .optional("kind", Offer::kind)
            .optional("description", Offer::description)
            .optional("available_from", Offer::availableFrom)
            .optional("available_to", Offer::availableTo);

    private final OfferWriter writer;

    OfferRows(OfferWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Offer> columns() {
        return COLUMNS;
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
