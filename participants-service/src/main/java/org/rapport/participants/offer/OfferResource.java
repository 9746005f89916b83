package org.rapport.participants.offer;

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
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;
import org.rapport.participants.Visibility;
import org.rapport.participants.topic.Kind;
import org.rapport.participants.topic.Topics;

/** Offers over REST. */
@Path("/v1/offers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Offers", description = "What participants can give to others")
class OfferResource {

    private final OfferWriter writer;
    private final OfferRows rows;
    private final Topics topics;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;

    OfferResource(
            OfferWriter writer,
            OfferRows rows,
            Topics topics,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility) {
        this.writer = writer;
        this.rows = rows;
        this.topics = topics;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listOffers", summary = "List offers")
    @APIResponseSchema(OfferResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("topic") @Parameter(description = "Code of a topic, also a former one", example = "T05")
                    String topic,
            @QueryParam("kind") Kind kind,
            @QueryParam("availableAt")
                    @Parameter(
                            description = "Those that can be taken up at this instant",
                            example = "2026-03-01T09:00:00Z")
                    Instant availableAt,
            @QueryParam("q") String q) {
        return listing.of(Offer.class, params)
                .filter("participantId", participantId)
                .filter("topic", topics.present(topic))
                .filter("kind", kind)
                .filter(
                        "(e.availableFrom is null or e.availableFrom <= :availableAt)"
                                + " and (e.availableTo is null or e.availableTo >= :availableAt)",
                        "availableAt",
                        availableAt)
                .text(q, "description")
                .visible(visibility.byParticipant("participantId"))
                .page(OfferResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getOffer", summary = "Read an offer")
    @APIResponseSchema(OfferResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Offer offer = finder.find(Offer.class, id, visibility.byParticipant("participantId"));
        return conditional.found(offer, OfferResponse.from(offer));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(operationId = "createOffer", summary = "Record what a participant offers")
    @APIResponseSchema(value = OfferResponse.class, responseCode = "201")
    public Response create(OfferRequest request) {
        Offer offer = writer.create(request);
        return conditional.created(offer, OfferResponse.from(offer));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER, PARTNER, PARTICIPANT})
    @Transactional
    @Operation(operationId = "changeOffer", summary = "Change an offer")
    @RequestBody(content = @Content(schema = @Schema(implementation = OfferRequest.class)))
    @APIResponseSchema(OfferResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Offer offer = writer.patch(finder.find(Offer.class, id, visibility.byParticipant("participantId")), patch);
        return conditional.changed(offer, OfferResponse.from(offer));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importOffers", summary = "Import offers from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
