package org.rapport.exchanges.followup;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTICIPANT;
import static org.rapport.kit.security.Roles.PARTNER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.exchanges.Visibility;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;

/** Follow-ups over REST. Nobody makes them: they follow from who was at which event. */
@Path("/v1/follow-ups")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Follow-ups", description = "Who is asked when what came of an event, and what became of the question")
class FollowUpResource {

    private final Finder finder;
    private final Listing listing;
    private final Conditional conditional;
    private final Visibility visibility;

    FollowUpResource(Finder finder, Listing listing, Conditional conditional, Visibility visibility) {
        this.finder = finder;
        this.listing = listing;
        this.conditional = conditional;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listFollowUps", summary = "List follow-ups, answered or not")
    @APIResponseSchema(FollowUpResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("days") Integer days,
            @QueryParam("status") FollowUpStatus status) {
        return listing.of(FollowUp.class, params)
                .filter("eventId", eventId)
                .filter("participantId", participantId)
                .filter("days", days)
                .filter("status", status)
                .visible(visibility.byParticipant("participantId"))
                .page(FollowUpResponse::from);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getFollowUp", summary = "Read a follow-up")
    @APIResponseSchema(FollowUpResponse.class)
    public Response get(@PathParam("id") UUID id) {
        FollowUp followUp = finder.find(FollowUp.class, id, visibility.byParticipant("participantId"));
        return conditional.found(followUp, FollowUpResponse.from(followUp));
    }
}
