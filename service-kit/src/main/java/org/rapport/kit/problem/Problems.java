package org.rapport.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** Makes the problems that code throws. */
public final class Problems {

    private Problems() {}

    public static HttpProblem of(ProblemType type, String detail) {
        return builder(type, detail).build();
    }

    /** Every error at once: a client should not have to send a request again and again to learn what is wrong. */
    public static HttpProblem invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " things are wrong";
        return builder(ProblemType.INVALID, detail).with("errors", errors).build();
    }

    public static HttpProblem invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    public static HttpProblem malformed(String pointer, String code, String detail) {
        return builder(ProblemType.MALFORMED_REQUEST, detail)
                .with("errors", List.of(new FieldError(pointer, code, detail)))
                .build();
    }

    public static HttpProblem invalidParameter(String name, String detail) {
        return builder(ProblemType.INVALID_PARAMETER, detail)
                .with("parameter", name)
                .build();
    }

    /** The same answer whether the thing does not exist or the caller may not know of it. */
    public static HttpProblem notFound() {
        return of(ProblemType.NOT_FOUND, "Nothing is here for you under this address");
    }

    public static HttpProblem forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, detail);
    }

    public static HttpProblem conflict(String code, String detail) {
        return builder(ProblemType.CONFLICT, detail).with("code", code).build();
    }

    public static HttpProblem unavailable(String detail, int retryAfterSeconds) {
        return builder(ProblemType.UNAVAILABLE, detail)
                .withHeader("Retry-After", retryAfterSeconds)
                .build();
    }

    public static HttpProblem tooManyRequests(long retryAfterSeconds) {
        return builder(ProblemType.TOO_MANY_REQUESTS, "You send more requests than one client may: wait a moment")
                .withHeader("Retry-After", retryAfterSeconds)
                .build();
    }

    /** The errors that a problem names, or one that stands for it. */
    @SuppressWarnings("unchecked")
    public static List<FieldError> errorsOf(HttpProblem problem) {
        Object errors = problem.getParameters().get("errors");
        if (errors != null) {
            return (List<FieldError>) errors;
        }
        Object code = problem.getParameters().getOrDefault("code", "REFUSED");
        return List.of(new FieldError("", code.toString(), problem.getDetail()));
    }

    private static HttpProblem.Builder builder(ProblemType type, String detail) {
        return HttpProblem.builder()
                .withType(type.uri())
                .withStatus(type.status())
                .withTitle(type.title())
                .withDetail(detail);
    }
}
