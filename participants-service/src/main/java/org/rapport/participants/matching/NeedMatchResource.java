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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Page;
import org.rapport.participants.Visibility;
import org.rapport.participants.need.Need;
import org.rapport.participants.need.NeedStatus;

/** Who offers what a need asks for. */
@Path("/v1/needs/{id}/matches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Needs")
class NeedMatchResource {

    private final Matching matching;
    private final Finder finder;
    private final Visibility visibility;

    NeedMatchResource(Matching matching, Finder finder, Visibility visibility) {
        this.matching = matching;
        this.finder = finder;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "listNeedMatches",
            summary = "Who offers what this need asks for, best first",
            description =
                    "Offers that can be taken up now, of others who let their profile be shared, with the reasons for their place. The topic counts most: the same one, then the nearest above and beneath; then the kind, then the language. A need that is met or withdrawn has no matches.")
    @APIResponseSchema(OfferMatch.class)
    public Response list(@PathParam("id") UUID id, @BeanParam MatchParams params, @Context UriInfo uriInfo) {
        Need need = finder.find(Need.class, id, visibility.byParticipant("participantId"));
        int limit = ListParams.limit(params.limit);
        Page<OfferMatch> page = need.status() == NeedStatus.OPEN
                ? matching.page(
                        Matching.Sought.OFFERS,
                        need,
                        need.kind(),
                        need.participantId(),
                        limit,
                        params.cursor,
                        OfferMatch::read)
                : new Page<>(List.of(), null, null);
        return page.toResponse(uriInfo);
    }
}
