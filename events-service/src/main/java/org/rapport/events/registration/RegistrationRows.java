package org.rapport.events.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.events.event.IncentiveType;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code registrations.csv}. */
@ApplicationScoped
class RegistrationRows implements RowReader<RegistrationRequest, Registration> {

    private final RegistrationWriter writer;

    RegistrationRows(RegistrationWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("event", "participant", "status");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("registered_at", "incentive");
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
