package org.rapport.participants.topic;

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
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.idempotency.Idempotent;
import org.rapport.kit.importing.ImportParams;
import org.rapport.kit.importing.ImportSummary;
import org.rapport.kit.importing.Imports;
import org.rapport.kit.paging.Condition;
import org.rapport.kit.paging.Finder;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Listing;
import org.rapport.kit.rest.Conditional;
import org.rapport.kit.table.FileFormat;

/** Topics over REST. */
@Path("/v1/topics")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Topics", description = "The taxonomy that needs and offers are coded with")
class TopicResource {

    private final TopicWriter writer;
    private final TopicRows rows;
    private final Topics topics;
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;

    TopicResource(
            TopicWriter writer,
            TopicRows rows,
            Topics topics,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional) {
        this.writer = writer;
        this.rows = rows;
        this.topics = topics;
        this.finder = finder;
        this.listing = listing;
        this.imports = imports;
        this.conditional = conditional;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "listTopics", summary = "List topics")
    @APIResponseSchema(TopicResponse.class)
    public Response list(
            @BeanParam ListParams params,
            @QueryParam("code") @Parameter(description = "The topic that has or had this code", example = "T05")
                    String code,
            @QueryParam("broader")
                    @Parameter(description = "Those directly beneath the topic with this code", example = "TG2")
                    String broader,
            @QueryParam("top") @Parameter(description = "Those that stand beneath no other, or those that do")
                    Boolean top,
            @QueryParam("merged")
                    @Parameter(description = "true: those that were merged into others; otherwise those in use")
                    Boolean merged,
            @QueryParam("q") String q) {
        String isMerged = Boolean.TRUE.equals(merged) ? "is not null" : "is null";
        return listing.of(Topic.class, params)
                .where("e.mergedIntoId " + isMerged, Map.of())
                .filter("code", Boolean.TRUE.equals(merged) ? code : topics.present(code))
                .filter("broader", topics.present(broader))
                .filter("(e.broader is null and :top = true or e.broader is not null and :top = false)", "top", top)
                .text(q, "label")
                .sortable("code", Topic::code)
                .sortable("label", Topic::label)
                .page(TopicResponse::from, rows.columns());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ORGANISER, ANALYST, PARTNER, PARTICIPANT})
    @Operation(operationId = "getTopic", summary = "Read a topic")
    @APIResponseSchema(TopicResponse.class)
    @APIResponse(responseCode = "308", description = "It was merged into the topic at `Location`")
    public Response get(@PathParam("id") UUID id) {
        Topic topic = finder.find(Topic.class, id, Condition.ALWAYS);
        if (topic.mergedIntoId() != null) {
            return Response.status(Response.Status.PERMANENT_REDIRECT)
                    .location(URI.create("/v1/topics/" + topic.mergedIntoId()))
                    .build();
        }
        return conditional.found(topic, TopicResponse.from(topic));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(operationId = "createTopic", summary = "Define a topic")
    @APIResponseSchema(value = TopicResponse.class, responseCode = "201")
    public Response create(TopicRequest request) {
        Topic topic = writer.create(request);
        return conditional.created(topic, TopicResponse.from(topic));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Operation(operationId = "changeTopic", summary = "Change a topic")
    @RequestBody(content = @Content(schema = @Schema(implementation = TopicRequest.class)))
    @APIResponseSchema(TopicResponse.class)
    public Response change(@PathParam("id") UUID id, JsonNode patch) {
        Topic topic = writer.patch(finder.find(Topic.class, id, Condition.ALWAYS), patch);
        return conditional.changed(topic, TopicResponse.from(topic));
    }

    @POST
    @Path("/{id}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ORGANISER})
    @Transactional
    @Idempotent
    @Operation(
            operationId = "mergeTopic",
            summary = "Make a topic part of another",
            description = "The other takes over its codes, its needs and offers, and the topics beneath it. From then"
                    + " on this address leads to the other, and the former codes stand for it.")
    @APIResponseSchema(value = TopicResponse.class, responseCode = "200")
    public Response merge(@PathParam("id") UUID id, TopicMergeRequest request) {
        Topic survivor = writer.merge(finder.find(Topic.class, id, Condition.ALWAYS), request);
        return conditional.changed(survivor, TopicResponse.from(survivor));
    }

    @POST
    @Path("/imports")
    @Consumes({FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @Produces({MediaType.APPLICATION_JSON, Imports.NDJSON, FileFormat.CSV_TYPE, FileFormat.XLSX_TYPE})
    @RolesAllowed({ADMIN, ORGANISER})
    @Operation(operationId = "importTopics", summary = "Import topics from CSV or XLSX")
    @APIResponseSchema(ImportSummary.class)
    public Response importFile(@BeanParam ImportParams params, InputStream file) {
        return imports.run(rows, params, file);
    }
}
