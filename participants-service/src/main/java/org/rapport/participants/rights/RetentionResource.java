package org.rapport.participants.rights;

import static org.rapport.kit.security.Roles.ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.participants.participant.Participant;

/** Who will be erased because nothing may be kept of them any longer, over REST. */
@Path("/v1/retention")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rights")
class RetentionResource {

    private final Retention retention;
    private final Listing listing;

    RetentionResource(Retention retention, Listing listing) {
        this.retention = retention;
        this.listing = listing;
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "listRetention",
            summary = "Who will be erased, and when, because nothing may be kept of them any longer",
            description =
                    "Announced by a job that runs once a day, and done by it when the time has come, unless it turns"
                            + " out until then that they have not left. Empty unless a period is configured.")
    @APIResponseSchema(RetentionResponse.class)
    public Response list(@BeanParam ListParams params) {
        return listing.of(Participant.class, params)
                .where(retention.isConfigured() ? "e.retentionAnnouncedAt is not null" : "1 = 0", Map.of())
                .page(participant -> new RetentionResponse(
                        participant.id(),
                        participant.leftAt(),
                        participant.retentionAnnouncedAt(),
                        retention.erasesAt(participant).orElseThrow()));
    }
}
