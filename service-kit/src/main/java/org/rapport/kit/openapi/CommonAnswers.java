package org.rapport.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.table.FileFormat;

/** Adds to every operation the problems it can answer with, its security and the headers that all methods share. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String SCHEME = "bearer";
    private static final String PROBLEM_SCHEMA = "Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema(PROBLEM_SCHEMA, problemSchema());
        api.getComponents()
                .addSecurityScheme(
                        SCHEME,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the OIDC issuer, with the caller's roles"));
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths().getPathItems().forEach(CommonAnswers::complete);
    }

    /** Whoever has a token that is part of the address needs no other. */
    private static boolean isPublic(String address) {
        return address.contains("{token}");
    }

    private static void complete(String address, PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            operation.setSecurity(
                    isPublic(address)
                            ? List.of()
                            : List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of())));
            boolean hasId = operation.getParameters() != null
                    && operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
            Map<Integer, ProblemType> problems = new TreeMap<>();
            add(problems, ProblemType.UNAVAILABLE);
            if (isPublic(address)) {
                add(problems, ProblemType.TOO_MANY_REQUESTS);
            } else {
                add(problems, ProblemType.UNAUTHORIZED, ProblemType.FORBIDDEN);
            }
            add(problems, ProblemType.NOT_ACCEPTABLE, ProblemType.INVALID_PARAMETER);
            if (hasId) {
                add(problems, ProblemType.NOT_FOUND);
            }
            if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.PATCH) {
                add(problems, ProblemType.MALFORMED_REQUEST, ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.INVALID);
                add(problems, ProblemType.TOO_LARGE, ProblemType.CONFLICT);
            }
            if (method == PathItem.HttpMethod.PATCH) {
                add(problems, ProblemType.STALE_VERSION, ProblemType.PRECONDITION_REQUIRED);
                operation.addParameter(header("If-Match", "The ETag of the version that you change", "\"3\"")
                        .required(true));
            }
            if (method == PathItem.HttpMethod.POST && !isPublic(address)) {
                operation.addParameter(header(
                        "Idempotency-Key",
                        "The same key and body give the same answer for 24 hours",
                        "0198c1a5-7c1e-7a30-b1d2-3f4a5b6c7d8e"));
            }
            problems.forEach((status, type) -> answer(operation, status, type));
            if (operation.getOperationId() != null && operation.getOperationId().startsWith("list")) {
                page(operation);
            }
            files(operation);
        });
    }

    /** Resources name the items of a list; what answers is a page of them. */
    private static void page(Operation operation) {
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        if (ok == null || ok.getContent() == null) {
            return;
        }
        ok.getContent()
                .getMediaTypes()
                .values()
                .forEach(media -> media.setSchema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .addProperty(
                                "items",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.ARRAY)
                                        .items(media.getSchema()))
                        .addProperty(
                                "next",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.STRING)
                                        .addType(Schema.SchemaType.NULL)
                                        .description("The cursor of the next page, or null at the end"))
                        .addProperty(
                                "count",
                                OASFactory.createSchema()
                                        .addType(Schema.SchemaType.INTEGER)
                                        .description("How many match in all, with count=true"))));
    }

    /** Tables and workbooks are bytes to a client, whatever the resource reads from them or writes into them. */
    private static void files(Operation operation) {
        if (operation.getRequestBody() != null) {
            asBytes(operation.getRequestBody().getContent());
        }
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        if (ok != null) {
            asBytes(ok.getContent());
        }
    }

    private static void asBytes(Content content) {
        for (FileFormat format : FileFormat.values()) {
            MediaType media = content == null
                    ? null
                    : content.getMediaType(format.mediaType().toString());
            if (media != null) {
                media.setSchema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .format("binary"));
            }
        }
    }

    private static void add(Map<Integer, ProblemType> problems, ProblemType... types) {
        for (ProblemType type : types) {
            problems.put(type.status(), type);
        }
    }

    private static void answer(Operation operation, int status, ProblemType type) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        if (operation.getResponses().hasAPIResponse(Integer.toString(status))) {
            return;
        }
        MediaType media = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))
                .example(Map.of("type", type.uri().toString(), "title", type.title(), "status", status));
        APIResponse response = OASFactory.createAPIResponse()
                .description(type.title())
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
        operation.getResponses().addAPIResponse(Integer.toString(status), response);
    }

    private static Parameter header(String name, String description, String example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))
                .example(example);
    }

    private static Schema problemSchema() {
        Schema error = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("pointer", text("JSON Pointer to the field"))
                .addProperty("code", text("For programs"))
                .addProperty("detail", text("For people"));
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("A problem (RFC 9457)")
                .addProperty("type", text("A stable URI of the kind of problem"))
                .addProperty("title", text("The kind in words"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("This occurrence in words"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .description("Everything that is wrong with the request")
                                .items(error));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
