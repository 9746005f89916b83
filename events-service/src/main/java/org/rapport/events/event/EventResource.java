package org.rapport.events.event;

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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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

/** Events over REST. */
@Path("/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events", description = "Where people meet")
class EventResource {

    private final EventWriter writer;
    private final EventRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    EventResource(
            EventWriter writer,
            EventRows rows,
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
    @Operation(operationId = "listEvents", summary = "List events")
    @APIResponseSchema(EventResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("programmeId") UUID programmeId,
            @QueryParam("projectId") UUID projectId,
            @QueryParam("status") EventStatus status,
            @QueryParam("country") String country,
            @QueryParam("format") @Parameter(description = "Only events of this format; csv and xlsx ask for a file")
                    String format,
            @QueryParam("q") String q) {
        return listing.of(Event.class, params)
                .filter("programmeId", programmeId)
                .filter("projectId", projectId)
                .filter("status", status)
                .filter("country", country)
                .filter("format", EventFormat.filter(format))
                .visible(visibility.byEvent("id"))
                .text(q, "title")
                .sortable("title", Event::title)
                .sortable("startsAt", Event::startsAt)
                .page(EventResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getEvent", summary = "Read an event")
    @APIResponseSchema(EventResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Event event = finder.find(Event.class, id, visibility.byEvent("id"));
        return conditional.found(event, EventResponse.from(event));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createEvent", summary = "Schedule an event")
    @APIResponseSchema(value = EventResponse.class, responseCode = "201")
    public Response create(EventRequest request) {
        Event event = writer.create(request);
        return conditional.created(event, EventResponse.from(event));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeEvent", summary = "Change an event")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventRequest.class)))
    @APIResponseSchema(EventResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Event event = writer.patch(finder.find(Event.class, id, visibility.byEvent("id")), patch);
        return conditional.changed(event, EventResponse.from(event));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importEvents", summary = "Import events from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
