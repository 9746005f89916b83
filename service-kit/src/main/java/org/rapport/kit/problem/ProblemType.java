package org.rapport.kit.problem;

import java.net.URI;

/** Every kind of problem an API of Rapport answers with; {@code docs/problems/<slug>.md} explains each. */
public enum ProblemType {
    MALFORMED_REQUEST("malformed-request", 400, "The request could not be read"),
    INVALID_PARAMETER("invalid-parameter", 400, "A parameter is unknown or not valid"),
    UNAUTHORIZED("unauthorized", 401, "A valid access token is needed"),
    FORBIDDEN("forbidden", 403, "The token does not permit this"),
    NOT_FOUND("not-found", 404, "There is no such thing, or you may not know of it"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource does not support this method"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No representation matches the Accept header"),
    CONFLICT("conflict", 409, "The request conflicts with what is stored"),
    GONE("gone", 410, "This is over"),
    STALE_VERSION("stale-version", 412, "The resource was changed in the meantime"),
    TOO_LARGE("too-large", 413, "The request body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The content type is not supported"),
    INVALID("invalid", 422, "The request is well-formed but not valid"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The idempotency key was used with another request"),
    PRECONDITION_REQUIRED("precondition-required", 428, "An If-Match header is needed"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    INTERNAL("internal", 500, "A defect in Rapport"),
    UNAVAILABLE("unavailable", 503, "Something this needs is not available now");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The stable {@code type} of the problem. */
    public URI uri() {
        return URI.create("https://rapport.dev/problems/" + slug);
    }

    /** The kind for a bare status; a status of no kind of its own is a malformed request (4xx) or a defect (5xx). */
    static ProblemType ofStatus(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < 500 ? MALFORMED_REQUEST : INTERNAL;
    }
}
