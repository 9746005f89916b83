package org.rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.events.event.IncentiveType;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code registrations.csv}. */
@ApplicationScoped
class RegistrationRows implements RowReader<RegistrationRequest, Registration> {

    private static final Columns<Registration> COLUMNS = new Columns<Registration>()
            .required("event", Registration::eventId)
            .required("participant", Registration::participantId)
            .required("status", Registration::status)
            .optional("registered_at", Registration::registeredAt)
            .optional("incentive", Registration::incentive);

    private final RegistrationWriter writer;

    RegistrationRows(RegistrationWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Registration> columns() {
        return COLUMNS;
    }

    @Override
    public Draft<RegistrationRequest> read(Row row) {
        RegistrationRequest request = new RegistrationRequest(
                row.reference("event", "events"),
                row.reference("participant", "participants"),
                row.constant("status", RegistrationStatus.class),
                row.start("registered_at"),
                row.constant("incentive", IncentiveType.class));
        return new Draft<>(row.id("registrations", request.eventId(), request.participantId()), request, row.errors());
    }

    @Override
    public Writer<RegistrationRequest, Registration> writer() {
        return writer;
    }
}
