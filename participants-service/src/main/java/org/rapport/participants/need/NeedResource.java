package org.rapport.participants.need;

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
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;
import org.rapport.participants.Visibility;
import org.rapport.participants.topic.Kind;
import org.rapport.participants.topic.Topics;

/** Needs over REST. */
@Path("/v1/needs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs", description = "What participants need, and how much")
class NeedResource {

    private final NeedWriter writer;
    private final NeedRows rows;
    private final Topics topics;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    NeedResource(
            NeedWriter writer,
            NeedRows rows,
            Topics topics,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility) {
        this.writer = writer;
        this.rows = rows;
        this.topics = topics;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listNeeds", summary = "List needs")
    @APIResponseSchema(NeedResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("topic") @Parameter(description = "Code of a topic, also a former one", example = "T05")
                    String topic,
            @QueryParam("kind") Kind kind,
            @QueryParam("status") NeedStatus status,
            @QueryParam("q") String q) {
        return listing.of(Need.class, params)
                .filter("participantId", participantId)
                .filter("topic", topics.present(topic))
                .filter("kind", kind)
                .filter("status", status)
                .text(q, "description")
                .visible(visibility.byParticipant("participantId"))
                .sortable("declaredAt", Need::declaredAt)
                .page(NeedResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getNeed", summary = "Read a need")
    @APIResponseSchema(NeedResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Need need = finder.find(Need.class, id, visibility.byParticipant("participantId"));
        return conditional.found(need, NeedResponse.from(need));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "createNeed", summary = "Declare a need")
    @APIResponseSchema(value = NeedResponse.class, responseCode = "201")
    public Response create(NeedRequest request) {
        Need need = writer.create(request);
        return conditional.created(need, NeedResponse.from(need));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Operation(operationId = "changeNeed", summary = "Change a need")
    @RequestBody(content = @Content(schema = @Schema(implementation = NeedRequest.class)))
    @APIResponseSchema(NeedResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Need need = writer.patch(finder.find(Need.class, id, visibility.byParticipant("participantId")), patch);
        return conditional.changed(need, NeedResponse.from(need));
    }

    @POST
    @Path("/{id}/assessments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "assessNeed", summary = "Add an assessment; what was assessed before stays")
    @APIResponseSchema(value = NeedResponse.class, responseCode = "201")
    public Response assess(@PathParam("id") UUID id, AssessmentRequest request) {
        Need need = writer.assess(finder.find(Need.class, id, visibility.byParticipant("participantId")), request);
        return conditional.addedTo(need, NeedResponse.from(need));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importNeeds", summary = "Import needs from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
