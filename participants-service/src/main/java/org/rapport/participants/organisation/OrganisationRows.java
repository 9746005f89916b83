package org.rapport.participants.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code organisations.csv}. */
@ApplicationScoped
class OrganisationRows implements RowReader<OrganisationRequest, Organisation> {

    private final OrganisationWriter writer;

    OrganisationRows(OrganisationWriter writer) {
        this.writer = writer;
    }

    @Override
    public Set<String> requiredColumns() {
        return Set.of("id", "name");
    }

    @Override
    public Set<String> optionalColumns() {
        return Set.of("type", "country", "ror_id", "website");
    }

    @Override
    public Draft<OrganisationRequest> read(Row row) {
        return new Draft<>(
                row.reference("id", "organisations"),
                new OrganisationRequest(
                        row.text("name"),
                        row.text("type"),
                        row.text("country"),
                        row.text("ror_id"),
                        row.text("website")),
                row.errors());
    }

    @Override
    public Writer<OrganisationRequest, Organisation> writer() {
        return writer;
    }
}
