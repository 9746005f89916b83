package org.rapport.exchanges.introduction;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
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
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Introductions over REST. */
@Path("/v1/introductions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Introductions", description = "Who is to meet whom, because one needs what the other offers")
class IntroductionResource {

    private final IntroductionWriter writer;
    private final IntroductionRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    IntroductionResource(
            IntroductionWriter writer,
            IntroductionRows rows,
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
    @Operation(operationId = "listIntroductions", summary = "List introductions")
    @APIResponseSchema(IntroductionResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("needId") UUID needId,
            @QueryParam("offerId") UUID offerId,
            @QueryParam("status") IntroductionStatus status) {
        return listing.of(Introduction.class, params)
                .filter(
                        "e.participantAId = :participantId or e.participantBId = :participantId",
                        "participantId",
                        participantId)
                .filter("eventId", eventId)
                .filter("needId", needId)
                .filter("offerId", offerId)
                .filter("status", status)
                .visible(visibility.byEitherParticipant())
                .sortable("proposedAt", Introduction::proposedAt)
                .page(IntroductionResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getIntroduction", summary = "Read an introduction")
    @APIResponseSchema(IntroductionResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Introduction introduction = finder.find(Introduction.class, id, visibility.byEitherParticipant());
        return conditional.found(introduction, IntroductionResponse.from(introduction));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createIntroduction",
            summary = "Propose an introduction",
            description =
                    "Of two who both have consented to PROFILE_SHARING. There is one introduction of the same two for"
                            + " the same event, need and offer: one that came to nothing is proposed again by changing its status.")
    @APIResponseSchema(value = IntroductionResponse.class, responseCode = "201")
    public Response create(IntroductionRequest request) {
        Introduction introduction = writer.create(request);
        return conditional.created(introduction, IntroductionResponse.from(introduction));
    }

    @POST
    @Path("/batches")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createIntroductions",
            summary = "Propose several introductions, such as those that were suggested",
            description =
                    "Up to 500. Each is answered for itself, in the order of the request: CREATED, UPDATED, UNCHANGED"
                            + " if there is one already, or REJECTED with what is wrong.")
    @APIResponseSchema(BatchResponse.class)
    public Response createAll(BatchRequest request) {
        return Response.ok(writer.proposeAll(request)).build();
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(
            operationId = "changeIntroduction",
            summary = "Change an introduction",
            description =
                    "MET without a time means now; PROPOSED again begins anew, without the answers that there were.")
    @RequestBody(content = @Content(schema = @Schema(implementation = IntroductionRequest.class)))
    @APIResponseSchema(IntroductionResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Introduction introduction =
                writer.patch(finder.find(Introduction.class, id, visibility.byEitherParticipant()), patch);
        return conditional.changed(introduction, IntroductionResponse.from(introduction));
    }

    @POST
    @Path("/{id}/answers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "answerIntroduction",
            summary = "Accept or decline an introduction as one of the two",
            description =
                    "It is ACCEPTED when both accept, and DECLINED when one declines. Participants answer for themselves,"
                            + " partners for their members.")
    @APIResponseSchema(value = IntroductionResponse.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "This side had said so before",
            content = @Content(schema = @Schema(implementation = IntroductionResponse.class)))
    public Response answer(@PathParam("id") UUID id, AcceptanceRequest request) {
        Introduction introduction = finder.find(Introduction.class, id, visibility.byEitherParticipant());
        UUID side = visibility.sideOf(introduction.pair(), request == null ? null : request.participantId());
        boolean isNew = writer.answer(introduction, side, request);
        return isNew
                ? conditional.addedTo(introduction, IntroductionResponse.from(introduction))
                : conditional.changed(introduction, IntroductionResponse.from(introduction));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importIntroductions", summary = "Import introductions from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
