package org.rapport.kit.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** Answers with ETags and honours If-Match and If-None-Match (RFC 9110). */
@RequestScoped
public class Conditional {

    @Context
    Request request;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uriInfo;

    /** 201 with Location and ETag. */
    public Response created(Aggregate aggregate, Object body) {
        return Response.created(uriInfo.getAbsolutePathBuilder()
                        .path(aggregate.id().toString())
                        .build())
                .tag(tag(aggregate))
                .entity(body)
                .build();
    }

    /** 201 for a part posted below an aggregate; the Location is that of the whole, which holds it now. */
    public Response addedTo(Aggregate aggregate, Object body) {
        return Response.created(uriInfo.getAbsolutePath().resolve("../" + aggregate.id()))
                .tag(tag(aggregate))
                .entity(body)
                .build();
    }

    /** 200 with the ETag, or 304 if the client has it already. */
    public Response found(Aggregate aggregate, Object body) {
        Response.ResponseBuilder unchanged = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null
                ? null
                : request.evaluatePreconditions(tag(aggregate));
        return unchanged != null ? unchanged.build() : changed(aggregate, body);
    }

    /** 200 with the ETag of the new version. */
    public Response changed(Aggregate aggregate, Object body) {
        return Response.ok(body).tag(tag(aggregate)).build();
    }

    /** Lets a change pass only if the client has seen the present version: 428 without If-Match, 412 if it is stale. */
    public void requireMatch(Aggregate aggregate) {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch == null) {
            throw Problems.of(
                    ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag of the version that you change");
        }
        if (!ifMatch.strip().equals("\"" + aggregate.version() + "\"")) {
            throw Problems.of(ProblemType.STALE_VERSION, "This was changed since you read it: read it again");
        }
    }

    private static EntityTag tag(Aggregate aggregate) {
        return new EntityTag(Long.toString(aggregate.version()));
    }
}
