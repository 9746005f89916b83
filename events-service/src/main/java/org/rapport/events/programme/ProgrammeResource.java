package org.rapport.events.programme;

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

/** Programmes over REST. */
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programmes", description = "Lines of work that hold projects and events")
class ProgrammeResource {

    private final ProgrammeWriter writer;
    private final ProgrammeRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    ProgrammeResource(
            ProgrammeWriter writer,
            ProgrammeRows rows,
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
    @Operation(operationId = "listProgrammes", summary = "List programmes")
    @APIResponseSchema(ProgrammeResponse.class)
    public Response list(@BeanParam ListParams params, @QueryParam("q") String q) {
        return listing.of(Programme.class, params)
                .visible(visibility.ofProgrammes())
                .text(q, "title")
                .sortable("title", Programme::title)
                .page(ProgrammeResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getProgramme", summary = "Read a programme")
    @APIResponseSchema(ProgrammeResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Programme programme = finder.find(Programme.class, id, visibility.ofProgrammes());
        return conditional.found(programme, ProgrammeResponse.from(programme));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createProgramme", summary = "Create a programme")
    @APIResponseSchema(value = ProgrammeResponse.class, responseCode = "201")
    public Response create(ProgrammeRequest request) {
        Programme programme = writer.create(request);
        return conditional.created(programme, ProgrammeResponse.from(programme));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeProgramme", summary = "Change a programme")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProgrammeRequest.class)))
    @APIResponseSchema(ProgrammeResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Programme programme = writer.patch(finder.find(Programme.class, id, visibility.ofProgrammes()), patch);
        return conditional.changed(programme, ProgrammeResponse.from(programme));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importProgrammes", summary = "Import programmes from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
