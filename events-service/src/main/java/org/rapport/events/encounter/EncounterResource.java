package org.rapport.events.encounter;

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

/** Encounters over REST. */
@Path("/v1/encounters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Encounters", description = "Who met whom")
class EncounterResource {

    private final EncounterWriter writer;
    private final EncounterRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    EncounterResource(
            EncounterWriter writer,
            EncounterRows rows,
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
    @Operation(operationId = "listEncounters", summary = "List encounters")
    @APIResponseSchema(EncounterResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("source") EncounterSource source,
            @QueryParam("unattended")
                    @Parameter(description = "Only those with somebody who was not there, or only the others")
                    Boolean unattended) {
        return listing.of(Encounter.class, params)
                .filter("eventId", eventId)
                .filter(":participantId in (e.participantAId, e.participantBId)", "participantId", participantId)
                .filter("source", source)
                .filter("unattended", unattended)
                .visible(visibility.byEitherParticipant())
                .sortable("metAt", Encounter::metAt)
                .page(EncounterResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getEncounter", summary = "Read an encounter")
    @APIResponseSchema(EncounterResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Encounter encounter = finder.find(Encounter.class, id, visibility.byEitherParticipant());
        return conditional.found(encounter, EncounterResponse.from(encounter));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createEncounter", summary = "Record an encounter")
    @APIResponseSchema(value = EncounterResponse.class, responseCode = "201")
    public Response create(EncounterRequest request) {
        Encounter encounter = writer.create(request);
        return conditional.created(encounter, EncounterResponse.from(encounter));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeEncounter", summary = "Change an encounter")
    @RequestBody(content = @Content(schema = @Schema(implementation = EncounterRequest.class)))
    @APIResponseSchema(EncounterResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Encounter encounter = writer.patch(finder.find(Encounter.class, id, visibility.byEitherParticipant()), patch);
        return conditional.changed(encounter, EncounterResponse.from(encounter));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importEncounters", summary = "Import encounters from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
