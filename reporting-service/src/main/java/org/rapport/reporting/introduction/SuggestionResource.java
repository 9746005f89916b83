package org.rapport.reporting.introduction;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ORGANISER;
import static org.rapport.kit.security.Roles.PARTNER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Page;
import org.rapport.kit.security.Caller;

/** Suggested introductions over REST. */
@Path("/v1/events/{id}/suggested-introductions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Introductions", description = "Who might meet whom at an event")
class SuggestionResource {

    private final Suggestions suggestions;
    private final Caller caller;
    private final ObjectMapper json;

    SuggestionResource(Suggestions suggestions, Caller caller, ObjectMapper json) {
        this.suggestions = suggestions;
        this.caller = caller;
        this.json = json;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, PARTNER})
    @Operation(
            operationId = "listSuggestedIntroductions",
            summary = "Who of those registered might be introduced to whom, and why",
            description =
                    "Pairs of whom one has an open need on a topic that the other offers, who have had no exchange yet, "
                            + "and who both share their profiles and have a CONFIRMED registration. Chosen so that many get "
                            + "some and nobody more than `perPerson`, round by round, the best first. Computed anew each "
                            + "time; the ETag changes when the answer does. Partners get the pairs with a member of "
                            + "their organisation. What is to be an introduction is posted to exchanges-service.")
    @APIResponseSchema(Suggestion.class)
    public Response list(
            @PathParam("id") UUID id,
            @BeanParam SuggestionParams params,
            @Context UriInfo uriInfo,
            @Context HttpHeaders headers,
            @Context Request request) {
        Page<Suggestion> page = suggestions.page(
                id, params.perPerson(), ListParams.limit(params.limit), params.cursor, caller.confinedToOrganisation());
        EntityTag tag = tag(page);
        Response.ResponseBuilder unchanged =
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null ? null : request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged.build()
                : Response.fromResponse(page.toResponse(uriInfo)).tag(tag).build();
    }

    private EntityTag tag(Page<Suggestion> page) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(page));
            return new EntityTag(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException("Every Java has SHA-256, and pages can always be written", e);
        }
    }
}
