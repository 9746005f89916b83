package org.rapport.events.allocation;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Allocations over REST. */
@Path("/v1/allocations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocations", description = "Who is to be in which session")
class AllocationResource {

    private final AllocationWriter writer;
    private final AllocationRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    AllocationResource(
            AllocationWriter writer,
            AllocationRows rows,
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
    @Operation(operationId = "listAllocations", summary = "List allocations")
    @APIResponseSchema(AllocationResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("sessionId") UUID sessionId,
            @QueryParam("method") AllocationMethod method) {
        return listing.of(Allocation.class, params)
                .filter("eventId", eventId)
                .filter("participantId", participantId)
                .filter("sessionId", sessionId)
                .filter("method", method)
                .visible(visibility.byParticipant("participantId"))
                .page(AllocationResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getAllocation", summary = "Read an allocation")
    @APIResponseSchema(AllocationResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Allocation allocation = finder.find(Allocation.class, id, visibility.byParticipant("participantId"));
        return conditional.found(allocation, AllocationResponse.from(allocation));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createAllocation", summary = "Assign a participant to a session")
    @APIResponseSchema(value = AllocationResponse.class, responseCode = "201")
    public Response create(AssignmentRequest request) {
        Allocation allocation = writer.create(request == null ? null : request.asAllocation());
        return conditional.created(allocation, AllocationResponse.from(allocation));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "deleteAllocation", summary = "Take an allocation back, before its session begins")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response delete(@PathParam("id") UUID id) {
        writer.remove(finder.find(Allocation.class, id, visibility.byParticipant("participantId")));
        return Response.noContent().build();
    }

    @POST
    @Path("/randomisations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "randomiseSessions",
            summary = "Send everybody to one of the sessions of a slot, at random",
            description =
                    "Everybody with a place at the event, but for those assigned to one of the sessions. Sizes are"
                            + " in proportion to the places, those of each organisation too. The same seed gives the same outcome,"
                            + " and once a session has begun nothing else is taken.")
    @APIResponseSchema(RandomisationResponse.class)
    public Response randomise(RandomisationRequest request) {
        return Response.ok(writer.randomise(request)).build();
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importAllocations", summary = "Import allocations from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
