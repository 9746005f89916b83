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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
import org.rapport.kit.paging.Page;
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
    private final OwnExchanges own;

    ExchangeResource(
            ExchangeWriter writer,
            ExchangeRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility,
            OwnExchanges own) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
        this.own = own;
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
                .filter(
                        "e.participantAId = :participantId or e.participantBId = :participantId",
                        "participantId",
                        participantId)
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
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createExchange",
            summary = "Record an exchange, or report one",
            description =
                    "Who reports an exchange (reportedBy) confirms it thereby. If one of the same two, of the same type"
                            + " and event, is on record already, the report confirms that and answers 200 with it. Participants"
                            + " report their own exchanges, partners those of their members.")
    @APIResponseSchema(value = ExchangeResponse.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "It was on record already, and is confirmed now",
            content = @Content(schema = @Schema(implementation = ExchangeResponse.class)))
    public Response create(ExchangeRequest request) {
        ExchangeWriter.Reported reported = writer.record(own.reported(request));
        Exchange exchange = reported.exchange();
        return reported.isNew()
                ? conditional.created(exchange, ExchangeResponse.from(exchange))
                : conditional.changed(exchange, ExchangeResponse.from(exchange));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Operation(
            operationId = "changeExchange",
            summary = "Change an exchange",
            description =
                    "From PROPOSED it becomes ACTIVE, DECLINED or LAPSED; from ACTIVE, COMPLETED or LAPSED; a lapsed one"
                            + " can be taken up and a completed one turn out not to be (ACTIVE), a declined one be PROPOSED again."
                            + " Another type is a further step of its history, taken now unless typeSince says when; with the"
                            + " typeSince that it has, it corrects the last step.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ExchangeRequest.class)))
    @APIResponseSchema(ExchangeResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Exchange exchange = finder.find(Exchange.class, id, visibility.byEitherParticipant());
        ExchangeRequest before = ExchangeRequest.from(exchange);
        writer.patch(exchange, patch);
        own.requireMayChange(before, ExchangeRequest.from(exchange));
        return conditional.changed(exchange, ExchangeResponse.from(exchange));
    }

    @GET
    @Path("/{id}/confirmations")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "listConfirmations",
            summary = "Read what each of the two says of an exchange",
            description = "Both sides, also one that has not answered. What they say may contradict.")
    @APIResponseSchema(SideResponse.class)
    public Page<SideResponse> confirmations(@PathParam("id") UUID id) {
        Exchange exchange = finder.find(Exchange.class, id, visibility.byEitherParticipant());
        return new Page<>(SideResponse.both(exchange), null, null);
    }

    @POST
    @Path("/{id}/confirmations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "confirmExchange",
            summary = "Confirm or dispute an exchange as one of the two",
            description =
                    "The last answer of a side counts, earlier ones are kept. Saying the same again changes nothing and"
                            + " answers 200. Participants answer for themselves, partners for their members.")
    @APIResponseSchema(value = ExchangeResponse.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "This side had said so before",
            content = @Content(schema = @Schema(implementation = ExchangeResponse.class)))
    public Response confirm(@PathParam("id") UUID id, ConfirmationRequest request) {
        Exchange exchange = finder.find(Exchange.class, id, visibility.byEitherParticipant());
        UUID side = visibility.sideOf(exchange.pair(), request == null ? null : request.participantId());
        boolean isNew = writer.answer(exchange, side, request);
        return isNew
                ? conditional.addedTo(exchange, ExchangeResponse.from(exchange))
                : conditional.changed(exchange, ExchangeResponse.from(exchange));
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
