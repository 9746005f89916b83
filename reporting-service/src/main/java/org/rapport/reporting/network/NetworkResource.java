package org.rapport.reporting.network;

import static org.rapport.kit.security.Roles.ADMIN;
import static org.rapport.kit.security.Roles.ANALYST;
import static org.rapport.kit.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;
import org.rapport.kit.validation.Errors;
import org.rapport.reporting.report.EventParams;

/** The network over REST. */
@Path("/v1/network")
@Tag(name = "Network", description = "Who had exchanges with whom, for programs that draw and analyse networks")
class NetworkResource {

    private final NetworkExports exports;
    private final Caller caller;

    NetworkResource(NetworkExports exports, Caller caller) {
        this.exports = exports;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, NetworkFormat.GEXF_TYPE, NetworkFormat.GRAPHML_TYPE})
    @RolesAllowed({ADMIN, ORGANISER, ANALYST})
    @Operation(
            operationId = "getNetwork",
            summary = "Nodes and ties of the network of exchanges",
            description =
                    "As JSON, GEXF 1.3 (with times, in days) or GraphML. With a filter of events it is among those who "
                            + "attended them, else among everybody with consent to research. Organisers and admins get "
                            + "the ids of participants, analysts pseudonyms that stay the same from one export to the "
                            + "next. Too large a network is refused with a 422.")
    @APIResponse(
            responseCode = "200",
            description = "The network",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = NetworkAnswer.class)),
                @Content(mediaType = NetworkFormat.GEXF_TYPE, schema = @Schema(implementation = String.class)),
                @Content(mediaType = NetworkFormat.GRAPHML_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response network(
            @BeanParam EventParams events,
            @BeanParam NetworkParams params,
            @QueryParam("format")
                    @Parameter(description = "`json`, `gexf` or `graphml`, as by the Accept header", example = "gexf")
                    String format,
            @Context HttpHeaders headers) {
        Errors errors = new Errors();
        NetworkQuestion question = params.question(events, errors);
        errors.throwIfAny();
        NetworkFormat asked = format == null
                ? NetworkFormat.preferred(headers.getAcceptableMediaTypes())
                : NetworkFormat.ofExtension(format)
                        .orElseThrow(() -> Problems.invalidParameter("format", "Must be json, gexf or graphml"));
        NetworkAnswer network = exports.answer(question, !caller.isStaff());
        return switch (asked) {
            case JSON -> Response.ok(network, asked.mediaType()).build();
            case GEXF -> file(asked, out -> Gexf.write(network, out));
            case GRAPHML -> file(asked, out -> GraphMl.write(network, out));
        };
    }

    private static Response file(NetworkFormat format, StreamingOutput file) {
        return Response.ok(file, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"network." + format.extension() + "\"")
                .build();
    }
}
