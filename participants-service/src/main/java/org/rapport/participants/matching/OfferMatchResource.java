package org.rapport.participants.matching;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Page;
import org.rapport.participants.Visibility;
import org.rapport.participants.offer.Offer;

/** Who needs what an offer gives. */
@Path("/v1/offers/{id}/matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offers")
class OfferMatchResource {

    private final Matching matching;
    private final Finder finder;
    private final Visibility visibility;

    OfferMatchResource(Matching matching, Finder finder, Visibility visibility) {
        this.matching = matching;
        this.finder = finder;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "listOfferMatches",
            summary = "Who needs what this offer gives, best first",
            description =
                    "Open needs of others who let their profile be shared, with the reasons for their place. The topic counts most: the same one, then the nearest above and beneath; then the kind, then the language. An offer that cannot be taken up now has no matches.")
    @APIResponseSchema(NeedMatch.class)
    public Response list(@PathParam("id") UUID id, @BeanParam MatchParams params, @Context UriInfo uriInfo) {
        Offer offer = finder.find(Offer.class, id, visibility.byParticipant("participantId"));
        int limit = ListParams.limit(params.limit);
        Page<NeedMatch> page = offer.isAvailable(Instant.now())
                ? matching.page(
                        Matching.Sought.NEEDS,
                        offer,
                        offer.kind(),
                        offer.participantId(),
                        limit,
                        params.cursor,
                        NeedMatch::read)
                : new Page<>(List.of(), null, null);
        return page.toResponse(uriInfo);
    }
}
