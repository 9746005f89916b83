package org.rapport.kit.writing;

import static org.rapport.kit.security.Roles.OPERATOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.problem.Problems;

/** For operators: everything once more. */
@Path("/v1/outbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outbox", description = "What this service publishes")
class RepublishResource {

    private final Republisher republisher;

    RepublishResource(Republisher republisher) {
        this.republisher = republisher;
    }

    @POST
    @Path("/republish")
    @RolesAllowed(OPERATOR)
    @Transactional
    @Idempotent
    @Operation(
            operationId = "republish",
            summary = "Publish the present state of all aggregates again",
            description = "For consumers that start from nothing when Kafka has lost what it held. Goes on in the"
                    + " background; consumers that hold the same versions already ignore it.")
    @APIResponse(responseCode = "202", description = "Being published")
    @APIResponseSchema(value = Republished.class, responseCode = "202")
    public Response republish(
            @QueryParam("kind") @Parameter(description = "Only this kind of aggregate", example = "need") String kind) {
        Set<String> kinds = kind == null ? republisher.kinds() : Set.of(kind);
        if (!republisher.kinds().containsAll(kinds)) {
            throw Problems.invalidParameter("kind", "Must be one of " + republisher.kinds());
        }
        if (!republisher.start(kinds)) {
            throw Problems.conflict("REPUBLISHING", "This goes on already");
        }
        return Response.accepted(new Republished(kinds)).build();
    }

    /** What is being published. */
    record Republished(Set<String> kinds) {}
}
