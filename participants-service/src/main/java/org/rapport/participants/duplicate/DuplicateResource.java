package org.rapport.participants.duplicate;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;

/** Likely duplicates over REST. */
@Path("/v1/participants/duplicates")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants")
class DuplicateResource {

    private final Duplicates duplicates;
    private final Dismissals dismissals;

    DuplicateResource(Duplicates duplicates, Dismissals dismissals) {
        this.duplicates = duplicates;
        this.dismissals = dismissals;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(
            operationId = "listDuplicates",
            summary = "List pairs of participants who may be one person",
            description =
                    "With a score and its reasons: the names are alike, the e-mail addresses reach the same mailbox or"
                            + " begin alike, they share an organisation; different ORCID iDs speak against it. In no order of score:"
                            + " a page costs a bounded time, so it may hold few pairs, or none, and yet have a `next` one.")
    @APIResponseSchema(DuplicateResponse.class)
    public Response list(@BeanParam DuplicateParams params, @Context UriInfo uriInfo) {
        return duplicates.page(params).toResponse(uriInfo);
    }

    @POST
    @Path("/dismissals")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "dismissDuplicate",
            summary = "Say that two participants are two people, so that the pair is not listed again")
    @APIResponseSchema(DismissalRequest.class)
    public Response dismiss(DismissalRequest request) {
        dismissals.dismiss(request);
        return Response.ok(request).build();
    }
}
