package org.rapport.exchanges.outcome;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.exchanges.Visibility;
import org.rapport.exchanges.exchange.Exchange;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.rest.Conditional;

/** The outcomes of one exchange over REST; whoever may read the exchange may read them. */
@Path("/v1/exchanges/{exchangeId}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Outcomes")
class ExchangeOutcomeResource {

    private final OutcomeWriter writer;
    private final Finder finder;
    private final Listing listing;
    private final Conditional conditional;
    private final Visibility visibility;

    ExchangeOutcomeResource(
            OutcomeWriter writer, Finder finder, Listing listing, Conditional conditional, Visibility visibility) {
        this.writer = writer;
        this.finder = finder;
        this.listing = listing;
        this.conditional = conditional;
        this.visibility = visibility;
    }

    @GET
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listOutcomesOfExchange", summary = "List the outcomes of an exchange")
    @APIResponseSchema(OutcomeResponse.class)
    public Response list(@PathParam("exchangeId") UUID exchangeId, @BeanParam ListParams params) {
        Exchange exchange = finder.find(Exchange.class, exchangeId, visibility.byEitherParticipant());
        return listing.of(Outcome.class, params)
                .filter("exchangeId", exchange.id())
                .page(OutcomeResponse::from);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getOutcome", summary = "Read an outcome")
    @APIResponseSchema(OutcomeResponse.class)
    public Response get(@PathParam("exchangeId") UUID exchangeId, @PathParam("id") UUID id) {
        Outcome outcome = find(exchangeId, id);
        return conditional.found(outcome, OutcomeResponse.from(outcome));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "createOutcome",
            summary = "Record what an exchange led to",
            description = "Staff, either of the two, and partners of whom one of the two is a member.")
    @APIResponseSchema(value = OutcomeResponse.class, responseCode = "201")
    public Response create(@PathParam("exchangeId") UUID exchangeId, OutcomeRequest request) {
        Exchange exchange = finder.find(Exchange.class, exchangeId, visibility.byEitherParticipant());
        if (request != null
                && request.exchangeId() != null
                && !request.exchangeId().equals(exchangeId)) {
            throw Problems.invalid("/exchangeId", "EXCHANGE_FIXED", "Must be the exchange of the address");
        }
        Outcome outcome = writer.create(request == null ? null : request.of(exchange.id(), null));
        return conditional.created(outcome, OutcomeResponse.from(outcome));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Operation(operationId = "changeOutcome", summary = "Change an outcome")
    @RequestBody(content = @Content(schema = @Schema(implementation = OutcomeRequest.class)))
    @APIResponseSchema(OutcomeResponse.class)
    public Response change(@PathParam("exchangeId") UUID exchangeId, @PathParam("id") UUID id, JsonNode patch) {
        Outcome outcome = writer.patch(find(exchangeId, id), patch);
        return conditional.changed(outcome, OutcomeResponse.from(outcome));
    }

    private Outcome find(UUID exchangeId, UUID id) {
        Outcome outcome = finder.find(Outcome.class, id, visibility.byEitherParticipant());
        if (!outcome.exchangeId().equals(exchangeId)) {
            throw Problems.notFound();
        }
        return outcome;
    }
}
