package org.rapport.exchanges.followup;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.exchanges.Visibility;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Follow-up answers over REST. */
@Path("/v1/follow-up-answers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-up answers", description = "Who answered which follow-up, and when")
class FollowUpAnswerResource {

    private final FollowUpWriter writer;
    private final FollowUpAnswerRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    FollowUpAnswerResource(
            FollowUpWriter writer,
            FollowUpAnswerRows rows,
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
    @Operation(operationId = "listFollowUpAnswers", summary = "List follow-up answers")
    @APIResponseSchema(FollowUpAnswerResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("days") Integer days) {
        return listing.of(FollowUp.class, params)
                .filter("eventId", eventId)
                .filter("participantId", participantId)
                .filter("days", days)
                .visible(visibility.byParticipant("participantId"))
                .where("e.answeredAt is not null", Map.of())
                .sortable("answeredAt", FollowUp::answeredAt)
                .page(FollowUpAnswerResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getFollowUpAnswer", summary = "Read a follow-up answer")
    @APIResponseSchema(FollowUpAnswerResponse.class)
    public Response get(@PathParam("id") UUID id) {
        FollowUp followUpAnswer = answer(id);
        return conditional.found(followUpAnswer, FollowUpAnswerResponse.from(followUpAnswer));
    }

    private FollowUp answer(UUID id) {
        FollowUp followUp = finder.find(FollowUp.class, id, visibility.byParticipant("participantId"));
        if (!followUp.isAnswered()) {
            throw Problems.notFound();
        }
        return followUp;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createFollowUpAnswer", summary = "Record a follow-up answer")
    @APIResponseSchema(value = FollowUpAnswerResponse.class, responseCode = "201")
    public Response create(FollowUpAnswerRequest request) {
        FollowUp followUpAnswer = writer.create(request);
        return conditional.created(followUpAnswer, FollowUpAnswerResponse.from(followUpAnswer));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeFollowUpAnswer", summary = "Change a follow-up answer")
    @RequestBody(content = @Content(schema = @Schema(implementation = FollowUpAnswerRequest.class)))
    @APIResponseSchema(FollowUpAnswerResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        FollowUp followUpAnswer = writer.patch(answer(id), patch);
        return conditional.changed(followUpAnswer, FollowUpAnswerResponse.from(followUpAnswer));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importFollowUpAnswers", summary = "Import follow-up answers from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
