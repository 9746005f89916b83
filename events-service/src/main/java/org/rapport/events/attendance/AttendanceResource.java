package org.rapport.events.attendance;

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

/** Attendances over REST. */
@Path("/v1/attendances")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attendances", description = "Who was there")
class AttendanceResource {

    private final AttendanceWriter writer;
    private final AttendanceRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    AttendanceResource(
            AttendanceWriter writer,
            AttendanceRows rows,
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
    @Operation(operationId = "listAttendances", summary = "List attendances")
    @APIResponseSchema(AttendanceResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("sessionId") UUID sessionId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("status") AttendanceStatus status) {
        return listing.of(Attendance.class, params)
                .filter("eventId", eventId)
                .filter("sessionId", sessionId)
                .filter("participantId", participantId)
                .filter("status", status)
                .visible(visibility.byParticipant("participantId"))
                .page(AttendanceResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getAttendance", summary = "Read an attendance")
    @APIResponseSchema(AttendanceResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Attendance attendance = finder.find(Attendance.class, id, visibility.byParticipant("participantId"));
        return conditional.found(attendance, AttendanceResponse.from(attendance));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createAttendance", summary = "Record an attendance")
    @APIResponseSchema(value = AttendanceResponse.class, responseCode = "201")
    public Response create(AttendanceRequest request) {
        Attendance attendance = writer.create(request);
        return conditional.created(attendance, AttendanceResponse.from(attendance));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeAttendance", summary = "Change an attendance")
    @RequestBody(content = @Content(schema = @Schema(implementation = AttendanceRequest.class)))
    @APIResponseSchema(AttendanceResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Attendance attendance =
                writer.patch(finder.find(Attendance.class, id, visibility.byParticipant("participantId")), patch);
        return conditional.changed(attendance, AttendanceResponse.from(attendance));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importAttendances", summary = "Import attendances from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
