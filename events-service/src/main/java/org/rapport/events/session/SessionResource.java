package org.rapport.events.session;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.events.Visibility;
import org.rapport.events.event.Events;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Sessions over REST. */
@Path("/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sessions", description = "Parts of an event")
class SessionResource {

    private final SessionWriter writer;
    private final SessionRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;
    private final Events events;

    SessionResource(
            SessionWriter writer,
            SessionRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility,
            Events events) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
        this.events = events;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listSessions", summary = "List sessions")
    @APIResponseSchema(SessionResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("type") SessionType type,
            @QueryParam("allocation") Allocation allocation,
            @QueryParam("q") String q) {
        return listing.of(Session.class, params)
                .filter("eventId", eventId)
                .filter("type", type)
                .filter("allocation", allocation)
                .visible(visibility.byEvent("eventId"))
                .text(q, "title")
                .sortable("startsAt", Session::startsAt)
                .pageOf(this::responses, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getSession", summary = "Read a session")
    @APIResponseSchema(SessionResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Session session = finder.find(Session.class, id, visibility.byEvent("eventId"));
        return conditional.found(session, response(session));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createSession", summary = "Schedule a session")
    @APIResponseSchema(value = SessionResponse.class, responseCode = "201")
    public Response create(SessionRequest request) {
        Session session = writer.create(request);
        return conditional.created(session, response(session));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeSession", summary = "Change a session")
    @RequestBody(content = @Content(schema = @Schema(implementation = SessionRequest.class)))
    @APIResponseSchema(SessionResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Session session = writer.patch(finder.find(Session.class, id, visibility.byEvent("eventId")), patch);
        return conditional.changed(session, response(session));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importSessions", summary = "Import sessions from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }

    private SessionResponse response(Session session) {
        return responses(List.of(session)).get(0);
    }

    private List<SessionResponse> responses(List<Session> sessions) {
        Map<UUID, String> zones =
                events.timeZones(sessions.stream().map(Session::eventId).toList());
        return sessions.stream()
                .map(session -> SessionResponse.from(session, zones.get(session.eventId())))
                .toList();
    }
}
