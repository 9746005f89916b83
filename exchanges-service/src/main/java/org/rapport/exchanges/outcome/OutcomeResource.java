package org.rapport.exchanges.outcome;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.exchanges.Visibility;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.table.FileFormat;

/** The outcomes of all exchanges over REST. */
@Path("/v1/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outcomes", description = "What exchanges led to")
class OutcomeResource {

    private final OutcomeRows rows;
    private final Listing listing;
    private final Imports imports;
    private final Visibility visibility;

    OutcomeResource(OutcomeRows rows, Listing listing, Imports imports, Visibility visibility) {
        this.rows = rows;
        this.listing = listing;
        this.imports = imports;
        this.visibility = visibility;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listOutcomes", summary = "List the outcomes of all exchanges")
    @APIResponseSchema(OutcomeResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("exchangeId") UUID exchangeId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("level") OutcomeLevel level) {
        return listing.of(Outcome.class, params)
                .filter("exchangeId", exchangeId)
                .filter(
                        "e.participantAId = :participantId or e.participantBId = :participantId",
                        "participantId",
                        participantId)
                .filter("level", level)
                .visible(visibility.byEitherParticipant())
                .page(OutcomeResponse::from, rows.columns());
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importOutcomes", summary = "Import outcomes from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
