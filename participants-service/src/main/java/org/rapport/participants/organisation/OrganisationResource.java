package org.rapport.participants.organisation;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
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
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;
import org.rapport.participants.NameSearch;
import org.rapport.participants.Visibility;

/** Organisations over REST. */
@Path("/v1/organisations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Organisations", description = "Who people work for")
class OrganisationResource {

    private final OrganisationWriter writer;
    private final OrganisationRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;
    private final NameSearch names;

    OrganisationResource(
            OrganisationWriter writer,
            OrganisationRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility,
            NameSearch names) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
        this.names = names;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER})
    @Operation(operationId = "listOrganisations", summary = "List organisations")
    @APIResponseSchema(OrganisationResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("type") String type,
            @QueryParam("country") String country,
            @QueryParam("q") @Parameter(description = NameSearch.DESCRIPTION, example = "agencia del agua") String q) {
        return listing.of(Organisation.class, params)
                .filter("type", type)
                .filter("country", country)
                .search(names.of(q))
                .visible(visibility.ofOrganisations())
                .sortable("name", Organisation::name)
                .page(OrganisationResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER})
    @Operation(operationId = "getOrganisation", summary = "Read an organisation")
    @APIResponseSchema(OrganisationResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Organisation organisation = finder.find(Organisation.class, id, visibility.ofOrganisations());
        return conditional.found(organisation, OrganisationResponse.from(organisation));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createOrganisation", summary = "Register an organisation")
    @APIResponseSchema(value = OrganisationResponse.class, responseCode = "201")
    public Response create(OrganisationRequest request) {
        Organisation organisation = writer.create(request);
        return conditional.created(organisation, OrganisationResponse.from(organisation));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeOrganisation", summary = "Change an organisation")
    @RequestBody(content = @Content(schema = @Schema(implementation = OrganisationRequest.class)))
    @APIResponseSchema(OrganisationResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Organisation organisation =
                writer.patch(finder.find(Organisation.class, id, visibility.ofOrganisations()), patch);
        return conditional.changed(organisation, OrganisationResponse.from(organisation));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importOrganisations", summary = "Import organisations from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
