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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
    private final Finder finder;
    private final Listing listing;
    private final Imports imports;
    private final Conditional conditional;

    TopicResource(
            TopicWriter writer,
            TopicRows rows,
            Finder finder,
            Listing listing,
            Imports imports,
            Conditional conditional) {
        this.writer = writer;
        this.rows = rows;
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
            @QueryParam("code") String code,
            @QueryParam("broader") String broader,
            @QueryParam("q") String q) {
        return listing.of(Topic.class, params)
                .filter("code", code)
                .filter("broader", broader)
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
    public Response get(@PathParam("id") UUID id) {
        Topic topic = finder.find(Topic.class, id, Condition.ALWAYS);
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
