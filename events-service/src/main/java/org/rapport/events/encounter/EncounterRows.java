package org.rapport.events.encounter;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code encounters.csv}. */
@ApplicationScoped
class EncounterRows implements RowReader<EncounterRequest, Encounter> {

    private static final Columns<Encounter> COLUMNS = new Columns<Encounter>()
            .required("event", Encounter::eventId)
            .required("participant_a", Encounter::participantAId)
            .required("participant_b", Encounter::participantBId)
            .required("met_at", Encounter::metAt)
            .optional("duration_seconds", Encounter::durationSeconds)
            .optional("source", Encounter::source);

    private final EncounterWriter writer;

    EncounterRows(EncounterWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Encounter> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<EncounterRequest> read(Row row) {
        EncounterRequest request = new EncounterRequest(
                row.reference("event", "events"),
                row.reference("participant_a", "participants"),
                row.reference("participant_b", "participants"),
                row.start("met_at"),
                row.integer("duration_seconds"),
                row.constant("source", EncounterSource.class));
        return new Draft<>(
                row.id(
                        "encounters",
                        request.eventId(),
                        request.participantAId(),
                        request.participantBId(),
                        request.metAt()),
                request,
                row.errors());
    }

    @Override
    public Writer<EncounterRequest, Encounter> writer() {
        return writer;
    }
}
