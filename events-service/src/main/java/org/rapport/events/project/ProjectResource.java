package org.rapport.events.project;

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

/** Projects over REST. */
@Path("/v1/projects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projects", description = "Longer capacity-building projects")
class ProjectResource {

    private final ProjectWriter writer;
    private final ProjectRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    ProjectResource(
            ProjectWriter writer,
            ProjectRows rows,
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
    @Operation(operationId = "listProjects", summary = "List projects")
    @APIResponseSchema(ProjectResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("programmeId") UUID programmeId,
            @QueryParam("funderId") UUID funderId,
            @QueryParam("q") String q) {
        return listing.of(Project.class, params)
                .filter("programmeId", programmeId)
                .filter("funderId", funderId)
                .visible(visibility.ofProjects())
                .text(q, "title")
                .sortable("title", Project::title)
                .sortable("startsAt", Project::startsAt)
                .page(ProjectResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getProject", summary = "Read a project")
    @APIResponseSchema(ProjectResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Project project = finder.find(Project.class, id, visibility.ofProjects());
        return conditional.found(project, ProjectResponse.from(project));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createProject", summary = "Create a project")
    @APIResponseSchema(value = ProjectResponse.class, responseCode = "201")
    public Response create(ProjectRequest request) {
        Project project = writer.create(request);
        return conditional.created(project, ProjectResponse.from(project));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeProject", summary = "Change a project")
    @RequestBody(content = @Content(schema = @Schema(implementation = ProjectRequest.class)))
    @APIResponseSchema(ProjectResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Project project = writer.patch(finder.find(Project.class, id, visibility.ofProjects()), patch);
        return conditional.changed(project, ProjectResponse.from(project));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importProjects", summary = "Import projects from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
