package org.rapport.exchanges.community;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.exchanges.Visibility;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Community activities over REST. */
@Path("/v1/community-activities")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Community activities", description = "What the community of an event does together")
class CommunityActivityResource {

    private final CommunityActivityWriter writer;
    private final CommunityActivityRows rows;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final MailingListImport mailingLists;
    private final Conditional conditional;
    private final Visibility visibility;

    CommunityActivityResource(
            CommunityActivityWriter writer,
            CommunityActivityRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            MailingListImport mailingLists,
            Conditional conditional,
            Visibility visibility) {
        this.writer = writer;
        this.rows = rows;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.mailingLists = mailingLists;
        this.conditional = conditional;
        this.visibility = visibility;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listCommunityActivities", summary = "List community activities")
    @APIResponseSchema(CommunityActivityResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("eventId") UUID eventId,
            @QueryParam("participantId") UUID participantId,
            @QueryParam("channel") Channel channel,
            @QueryParam("threadId") UUID threadId) {
        return listing.of(CommunityActivity.class, params)
                .filter("eventId", eventId)
                .filter("participantId", participantId)
                .filter("channel", channel)
                .filter("threadId", threadId)
                .visible(visibility.byParticipant("participantId"))
                .sortable("at", CommunityActivity::at)
                .page(CommunityActivityResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getCommunityActivity", summary = "Read a community activity")
    @APIResponseSchema(CommunityActivityResponse.class)
    public Response get(@PathParam("id") UUID id) {
        CommunityActivity communityActivity =
                finder.find(CommunityActivity.class, id, visibility.byParticipant("participantId"));
        return conditional.found(communityActivity, CommunityActivityResponse.from(communityActivity));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createCommunityActivity", summary = "Record a community activity")
    @APIResponseSchema(value = CommunityActivityResponse.class, responseCode = "201")
    public Response create(CommunityActivityRequest request) {
        CommunityActivity communityActivity = writer.create(request);
        return conditional.created(communityActivity, CommunityActivityResponse.from(communityActivity));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeCommunityActivity", summary = "Change a community activity")
    @RequestBody(content = @Content(schema = @Schema(implementation = CommunityActivityRequest.class)))
    @APIResponseSchema(CommunityActivityResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        CommunityActivity communityActivity = writer.patch(
                finder.find(CommunityActivity.class, id, visibility.byParticipant("participantId")), patch);
        return conditional.changed(communityActivity, CommunityActivityResponse.from(communityActivity));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE, MailingListImport.MBOX})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(
            operationId = "importCommunityActivities",
            summary = "Import community activities from CSV, XLSX or the archive of a mailing list",
            description =
                    "Of an archive (application/mbox) each message by a participant is an activity (POST) of the event"
                            + " that eventId names; of its header it is kept when it was sent and to which thread it belongs, of its"
                            + " content nothing. The answer counts unknownSenders, too. A message that is there already is unchanged.")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(
            @BeanParam ImportParams params,
            @QueryParam("eventId") @Parameter(description = "Of an archive: the event whose community it is")
                    UUID eventId,
            InputStream file) {
        return mailingLists.isSent() ? mailingLists.run(eventId, params, file) : imports.run(rows, params, file);
    }
}
