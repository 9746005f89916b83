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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.events.project.Project;
import org.rapport.events.project.Projects;
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
    private final Projects projects;

    EventResource(
            EventWriter writer,
            EventRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility,
            Projects projects) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
        this.projects = projects;
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
                .pageOf(this::responses, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getEvent", summary = "Read an event")
    @APIResponseSchema(EventResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Event event = finder.find(Event.class, id, visibility.byEvent("id"));
        // whether an event of a project is embedded can change while the event does not
        return event.projectId() == null
                ? conditional.found(event, response(event))
                : conditional.changed(event, response(event));
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
        return conditional.created(event, response(event));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(
            operationId = "changeEvent",
            summary = "Change an event",
            description =
                    "Its status goes from DRAFT to SCHEDULED, from there to HELD, POSTPONED or CANCELLED, and from"
                            + " POSTPONED to SCHEDULED, HELD or CANCELLED. If start and end move by the same, or the event is"
                            + " postponed, its sessions move along. Whoever waits for a place gets one if there are more.")
    @RequestBody(content = @Content(schema = @Schema(implementation = EventRequest.class)))
    @APIResponseSchema(EventResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Event event = writer.patch(finder.find(Event.class, id, visibility.byEvent("id")), patch);
        return conditional.changed(event, response(event));
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

    private EventResponse response(Event event) {
        return responses(List.of(event)).get(0);
    }

    private List<EventResponse> responses(List<Event> events) {
        Map<UUID, Project> known = projects.byId(
                events.stream().map(Event::projectId).filter(Objects::nonNull).toList());
        return events.stream()
                .map(event -> EventResponse.from(
                        event, Embedding.of(event, event.projectId() == null ? null : known.get(event.projectId()))))
                .toList();
    }
}
