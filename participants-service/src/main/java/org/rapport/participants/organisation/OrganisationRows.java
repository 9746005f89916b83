package org.rapport.participants.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapport.kit.importing.Row;
import org.rapport.kit.importing.RowReader;
import org.rapport.kit.table.Columns;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;

/** Reads {@code organisations.csv}. */
@ApplicationScoped
class OrganisationRows implements RowReader<OrganisationRequest, Organisation> {

    private static final Columns<Organisation> COLUMNS = new Columns<Organisation>()
            .required("id", Organisation::id)
            .required("name", Organisation::name)
            .optional("type", Organisation::type)
            .optional("country", Organisation::country)
            .optional("ror_id", Organisation::rorId)
            .optional("website", Organisation::website);

    private final OrganisationWriter writer;

    OrganisationRows(OrganisationWriter writer) {
        this.writer = writer;
    }

    @Override
    public Columns<Organisation> columns() {
        return COLUMNS;
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
