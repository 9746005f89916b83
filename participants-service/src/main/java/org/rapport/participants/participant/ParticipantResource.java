package org.rapport.participants.participant;

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
import java.util.Map;
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
import org.rapport.kit.paging.Condition;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.paging.Page;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;
import org.rapport.participants.NameSearch;
import org.rapport.participants.Visibility;

/** Participants over REST. */
@Path("/v1/participants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Participants", description = "People who take part")
class ParticipantResource {

    private static final Condition IN_USE = new Condition("e.status = ParticipantStatus.ACTIVE", Map.of());

    private final ParticipantWriter writer;
    private final Merge merge;
    private final ParticipantRows rows;
    private final Participants participants;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;
    private final Visibility visibility;
    private final NameSearch names;

    ParticipantResource(
            ParticipantWriter writer,
            Merge merge,
            ParticipantRows rows,
            Participants participants,
            Listing listing,
            Imports imports,
            Conditional conditional,
            Visibility visibility,
            NameSearch names) {
        this.writer = writer;
        this.merge = merge;
        this.rows = rows;
        this.participants = participants;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
        this.visibility = visibility;
        this.names = names;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(
            operationId = "listParticipants",
            summary = "List participants",
            description =
                    "Without `status` those who take part. With `modifiedSince`, for synchronisation, also those who"
                            + " were merged or erased since.")
    @APIResponseSchema(ParticipantResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("email") String email,
            @QueryParam("country") String country,
            @QueryParam("status") ParticipantStatus status,
            @QueryParam("organisationId") UUID organisationId,
            @QueryParam("needTopic") @Parameter(description = "Who has or had a need of this topic", example = "WATER")
                    String needTopic,
            @QueryParam("offerTopic") @Parameter(description = "Who has an offer of this topic", example = "WATER")
                    String offerTopic,
            @QueryParam("q") @Parameter(description = NameSearch.DESCRIPTION, example = "lukasz nowak") String q) {
        return listing.of(Participant.class, params)
                .filter("email", EmailAddress.normalise(email))
                .filter("country", country)
                .filter("status", status)
                .visible(status == null && !params.isForSynchronisation() ? IN_USE : Condition.ALWAYS)
                .filter(
                        "exists (select 1 from e.affiliations a where a.organisationId = :organisationId)",
                        "organisationId",
                        organisationId)
                .filter(
                        "exists (select 1 from Need n where n.participantId = e.id and n.topic = :needTopic)",
                        "needTopic",
                        needTopic)
                .filter(
                        "exists (select 1 from Offer o where o.participantId = e.id and o.topic = :offerTopic)",
                        "offerTopic",
                        offerTopic)
                .search(names.of(q))
                .visible(visibility.byParticipant("id"))
                .page(ParticipantResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getParticipant", summary = "Read a participant")
    @APIResponseSchema(ParticipantResponse.class)
    public Response get(@PathParam("id") UUID id) {
        Participant participant = participants.require(id);
        return conditional.found(participant, ParticipantResponse.from(participant));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createParticipant", summary = "Register a participant")
    @APIResponseSchema(value = ParticipantResponse.class, responseCode = "201")
    public Response create(ParticipantRequest request) {
        Participant participant = writer.create(request);
        return conditional.created(participant, ParticipantResponse.from(participant));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeParticipant", summary = "Change a participant")
    @RequestBody(content = @Content(schema = @Schema(implementation = ParticipantRequest.class)))
    @APIResponseSchema(ParticipantResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Participant participant = writer.patch(participants.require(id), patch);
        return conditional.changed(participant, ParticipantResponse.from(participant));
    }

    @GET
    @Path("/{id}/consents")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTICIPANT})
    @Operation(
            operationId = "listConsents",
            summary = "Read everything that is on record about a participant's consents",
            description = "In the order in which it was recorded, and by whom. Nothing on record is ever removed or"
                    + " changed, but that a consent is withdrawn, once.")
    @APIResponseSchema(RecordedConsent.class)
    public Page<RecordedConsent> consents(@PathParam("id") UUID id) {
        Participant participant = participants.require(id);
        return new Page<>(participant.recordedConsents(), null, null);
    }

    @POST
    @Path("/{id}/consents")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER, PARTICIPANT})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "recordConsent",
            summary = "Give a consent, or withdraw it",
            description =
                    "A withdrawal ends every consent for its purpose that was given before it. Saying again what is"
                            + " on record, such as a second withdrawal, changes nothing and answers 200 with what is on record.")
    @APIResponseSchema(value = RecordedConsent.class, responseCode = "201")
    public Response recordConsent(@PathParam("id") UUID id, ConsentRequest request) {
        Participant participant = participants.require(id);
        ParticipantWriter.Recorded recorded = writer.record(participant, request);
        return recorded.isNew()
                ? conditional.addedTo(participant, recorded.consent())
                : conditional.changed(participant, recorded.consent());
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "mergeParticipants",
            summary = "Merge another record of the same person into this one",
            description =
                    "What names the duplicate names this participant from now on, in every service within seconds;"
                            + " what both had of one thing becomes one, and what was between the two goes. The duplicate's address"
                            + " leads here. Cannot be undone.")
    @APIResponseSchema(ParticipantResponse.class)
    public Response merge(@PathParam("id") UUID id, MergeRequest request) {
        Participant survivor = merge.merge(id, request);
        return conditional.changed(survivor, ParticipantResponse.from(survivor));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importParticipants", summary = "Import participants from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
