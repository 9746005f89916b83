package org.rapport.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.security.Caller;

/**
 * Claims the key, lets the method run, and stores its answer, all in the method's own transaction: after a crash either
 * both the resource and its answer are there, or neither. A second request with the key waits on the first one's
 * uncommitted row, and then finds its answer.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;

    private final IdempotencyKeys keys;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final HttpHeaders headers;
    private final UriInfo uriInfo;

    public IdempotencyInterceptor(
            IdempotencyKeys keys, ObjectMapper mapper, Caller caller, HttpHeaders headers, UriInfo uriInfo) {
        this.keys = keys;
        this.mapper = mapper;
        this.caller = caller;
        this.headers = headers;
        this.uriInfo = uriInfo;
    }

    @AroundInvoke
    Object onlyOnce(InvocationContext invocation) throws Exception {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return invocation.proceed();
        }
        if (key.isBlank() || key.length() > MAX_LENGTH) {
            throw Problems.of(
                    ProblemType.MALFORMED_REQUEST, HEADER + " must have between 1 and " + MAX_LENGTH + " characters");
        }
        String client = caller.subject();
        byte[] request = fingerprint(invocation.getParameters());
        if (!keys.claim(client, key, request)) {
            StoredAnswer answer = keys.answer(client, key);
            if (!MessageDigest.isEqual(answer.request(), request)) {
                throw Problems.of(
                        ProblemType.IDEMPOTENCY_KEY_REUSED, "This key was used for another request of yours already");
            }
            if (answer.body() == null) {
                throw Problems.notFound();
            }
            return toResponse(answer);
        }
        Response response = (Response) invocation.proceed();
        keys.store(client, key, toAnswer(request, response));
        return response;
    }

    /** Of the path and the body as it was understood, so that white space and the order of fields do not matter. */
    private byte[] fingerprint(Object[] parameters) throws JsonProcessingException {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(uriInfo.getPath().getBytes(StandardCharsets.UTF_8));
            for (Object parameter : parameters) {
                sha256.update(mapper.writeValueAsBytes(parameter));
            }
            return sha256.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private StoredAnswer toAnswer(byte[] request, Response response) throws JsonProcessingException {
        return new StoredAnswer(
                request,
                response.getStatus(),
                response.getLocation() == null ? null : response.getLocation().toString(),
                response.getEntityTag() == null ? null : response.getEntityTag().getValue(),
                mapper.writeValueAsString(response.getEntity()));
    }

    private static Response toResponse(StoredAnswer answer) {
        Response.ResponseBuilder response =
                Response.status(answer.status()).entity(answer.body()).type(MediaType.APPLICATION_JSON_TYPE);
        if (answer.location() != null) {
            response.location(URI.create(answer.location()));
        }
        if (answer.etag() != null) {
            response.tag(answer.etag());
        }
        return response.build();
    }
}
