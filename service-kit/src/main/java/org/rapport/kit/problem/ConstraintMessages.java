package org.rapport.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Map;
import java.util.Optional;

/** What a service says when one of its named database constraints refuses a write. Each service provides one. */
public class ConstraintMessages {

    private final Map<String, FieldError> byConstraint;

    /** For the CDI container's proxy. */
    protected ConstraintMessages() {
        this(Map.of());
    }

    public ConstraintMessages(Map<String, FieldError> byConstraint) {
        this.byConstraint = byConstraint;
    }

    Optional<HttpProblem> of(String constraint) {
        return Optional.ofNullable(constraint)
                .map(byConstraint::get)
                .map(error -> Problems.conflict(error.code(), error.detail()));
    }
}
