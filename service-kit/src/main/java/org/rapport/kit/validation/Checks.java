package org.rapport.kit.validation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.rapport.kit.problem.FieldError;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** Runs Bean Validation and names its findings as the wire contract does. */
@ApplicationScoped
public class Checks {

    private static final Map<String, String> SUFFIXES = Map.of(
            "NotNull", "REQUIRED",
            "NotBlank", "REQUIRED",
            "NotEmpty", "REQUIRED",
            "Size", "LENGTH",
            "Min", "RANGE",
            "Max", "RANGE",
            "Positive", "RANGE",
            "PositiveOrZero", "RANGE");

    private final Validator validator;

    public Checks(Validator validator) {
        this.validator = validator;
    }

    /** What Bean Validation finds, sorted by field; more can be added. A missing body is malformed. */
    public Errors of(Object request) {
        if (request == null) {
            throw Problems.of(ProblemType.MALFORMED_REQUEST, "The body is missing");
        }
        Errors errors = new Errors();
        validator.validate(request).stream()
                .map(Checks::toError)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .forEach(errors::add);
        return errors;
    }

    private static FieldError toError(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        String field = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
                field = node.getName();
            }
        }
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldError(
                pointer.toString(),
                upperSnake(field) + "_" + SUFFIXES.getOrDefault(constraint, "INVALID"),
                violation.getMessage());
    }

    private static String upperSnake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    }
}
