package org.rapport.reporting.projection;

import static org.rapport.kit.security.Roles.OPERATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.paging.Page;
import org.rapport.kit.problem.Problems;

/** The read model for those who look after it. */
@Path("/v1/projections")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Projections", description = "How far the read model is, what it could not read, and building it anew")
class ProjectionResource {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final Projections projections;
    private final DeadLetterList deadLetters;

    @Context
    UriInfo uriInfo;

    ProjectionResource(Projections projections, DeadLetterList deadLetters) {
        this.projections = projections;
        this.deadLetters = deadLetters;
    }

    @GET
    @RolesAllowed(OPERATOR)
    @Operation(operationId = "listProjections", summary = "State, lag and number of dead letters")
    public ProjectionList list() {
        return projections.list();
    }

    @POST
    @Path("/rebuild")
    @RolesAllowed(OPERATOR)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "rebuildProjections",
            summary = "Forget the read model and apply all events from the beginning",
            description = "Goes on in the background; reports answer 503 until the read model is whole again.")
    @APIResponse(responseCode = "202", description = "Forgotten; being built anew")
    @APIResponseSchema(value = ProjectionList.class, responseCode = "202")
    public Response rebuild() {
        projections.rebuild();
        return Response.accepted(projections.list()).build();
    }

    @GET
    @Path("/dead-letters")
    @RolesAllowed(OPERATOR)
    @Operation(operationId = "listDeadLetters", summary = "Records that could not be read, with the reason")
    @APIResponseSchema(DeadLetterResponse.class)
    public Response deadLetters(
            @QueryParam("limit")
                    @Parameter(
                            description = "How many items at most",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    String limit,
            @QueryParam("cursor") @Parameter(description = "Where to go on: `next` of the page before") String cursor) {
        Page<DeadLetterResponse> page =
                deadLetters.page(cursor == null ? 0 : PositionCursor.decode(cursor), limit(limit));
        Response.ResponseBuilder response = Response.ok(page);
        if (page.next() != null) {
            response.links(Link.fromUriBuilder(uriInfo.getRequestUriBuilder().replaceQueryParam("cursor", page.next()))
                    .rel("next")
                    .build());
        }
        return response.build();
    }

    private static int limit(String limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(limit);
            if (number >= 1 && number <= MAX_LIMIT) {
                return number;
            }
        }
        throw Problems.invalidParameter("limit", "Must be a whole number from 1 to " + MAX_LIMIT);
    }
}
