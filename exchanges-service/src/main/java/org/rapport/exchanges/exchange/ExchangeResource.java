package org.rapport.exchanges.exchange;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.exchanges.Visibility;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Exchanges over REST. */
@Path("/v1/exchanges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Exchanges", description = "What passed between two participants")
class ExchangeResource {

    private final ExchangeWriter writer;
    private final ExchangeRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    ExchangeResource(
            ExchangeWriter writer,
            ExchangeRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listExchanges", summary = "List exchanges")
    @APIResponseSchema(ExchangeResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("originEventId") UUID originEventId,
            @QueryParam("needId") UUID needId,
            @QueryParam("type") ExchangeType type,
            @QueryParam("status") ExchangeStatus status) {
        return listing.of(Exchange.class, params)
                .filter(":participantId in (e.participantAId, e.participantBId)", "participantId", participantId)
                .filter("originEventId", originEventId)
                .filter("needId", needId)
                .filter("type", type)
                .filter("status", status)
                .visible(visibility.byEitherParticipant())
                .page(ExchangeResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getExchange", summary = "Read an exchange")
    @APIResponseSchema(ExchangeResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Exchange exchange = finder.find(Exchange.class, id, visibility.byEitherParticipant());
        return conditional.found(exchange, ExchangeResponse.from(exchange));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createExchange", summary = "Record an exchange")
    @APIResponseSchema(value = ExchangeResponse.class, responseCode = "201")
    public Response create(ExchangeRequest request) {
        Exchange exchange = writer.create(request);
        return conditional.created(exchange, ExchangeResponse.from(exchange));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeExchange", summary = "Change an exchange")
    @RequestBody(content = @Content(schema = @Schema(implementation = ExchangeRequest.class)))
    @APIResponseSchema(ExchangeResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Exchange exchange = writer.patch(finder.find(Exchange.class, id, visibility.byEitherParticipant()), patch);
        return conditional.changed(exchange, ExchangeResponse.from(exchange));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importExchanges", summary = "Import exchanges from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
