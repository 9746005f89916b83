package org.rapport.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Turns what Jackson says of a body into a 400 that names the field and no class. */
final class JsonProblemMappers {

    /** Ahead of the mappers of the problem extension and of the framework. */
    private static final int BEFORE_OTHERS = 1;

    private JsonProblemMappers() {}

    static HttpProblem toProblem(JsonProcessingException exception) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            return Problems.malformed(pointer(unknown), "UNKNOWN_FIELD", "This field is not known");
        }
        if (exception instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum()) {
            String allowed = Arrays.toString(format.getTargetType().getEnumConstants());
            return Problems.malformed(pointer(format), "UNKNOWN_VALUE", "Must be one of " + allowed);
        }
        if (exception instanceof InvalidFormatException format) {
            return Problems.malformed(
                    pointer(format), "WRONG_FORMAT", firstSentence(format.getOriginalMessage(), "Wrong format"));
        }
        if (exception instanceof MismatchedInputException mismatch) {
            return Problems.malformed(pointer(mismatch), "WRONG_TYPE", "The value is of another type than expected");
        }
        if (exception instanceof StreamConstraintsException) {
            return Problems.of(
                    ProblemType.MALFORMED_REQUEST, "The JSON is nested too deeply or a value in it is too long");
        }
        if (exception instanceof JsonMappingException mapping && mapping.getCause() instanceof HttpProblem problem) {
            return problem;
        }
        if (exception instanceof InputCoercionException) {
            return Problems.of(ProblemType.MALFORMED_REQUEST, "A number is larger than any that is taken here");
        }
        if (exception instanceof StreamReadException read
                && read.getOriginalMessage().startsWith("Duplicate field")) {
            return Problems.of(ProblemType.MALFORMED_REQUEST, "A field is there twice");
        }
        return Problems.of(ProblemType.MALFORMED_REQUEST, "The body is not valid JSON (RFC 8259) in UTF-8");
    }

    /** Only our own deserializers' messages are written for people; the marker tells them apart. */
    private static String firstSentence(String message, String otherwise) {
        return message != null && message.startsWith("Must ") ? message : otherwise;
    }

    private static String pointer(JsonMappingException exception) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : exception.getPath()) {
            pointer.append('/').append(step.getFieldName() != null ? step.getFieldName() : step.getIndex());
        }
        return pointer.toString();
    }

    /** For what Jackson throws itself. */
    @Provider
    @Priority(BEFORE_OTHERS)
    public static class Any extends ExceptionMapperBase<JsonProcessingException> {
        @Override
        protected HttpProblem toProblem(JsonProcessingException exception) {
            return JsonProblemMappers.toProblem(exception);
        }
    }

    /** The framework maps this subclass on its own, so it needs a mapper of its own. */
    @Provider
    @Priority(BEFORE_OTHERS)
    public static class Mismatched extends ExceptionMapperBase<MismatchedInputException> {
        @Override
        protected HttpProblem toProblem(MismatchedInputException exception) {
            return JsonProblemMappers.toProblem(exception);
        }
    }

    /** As for {@link Mismatched}. */
    @Provider
    @Priority(BEFORE_OTHERS)
    public static class Unrecognized extends ExceptionMapperBase<UnrecognizedPropertyException> {
        @Override
        protected HttpProblem toProblem(UnrecognizedPropertyException exception) {
            return JsonProblemMappers.toProblem(exception);
        }
    }

    /** As for {@link Mismatched}. */
    @Provider
    @Priority(BEFORE_OTHERS)
    public static class Format extends ExceptionMapperBase<InvalidFormatException> {
        @Override
        protected HttpProblem toProblem(InvalidFormatException exception) {
            return JsonProblemMappers.toProblem(exception);
        }
    }

    /** For merge patches, which are read from a tree. */
    @Provider
    @Priority(BEFORE_OTHERS)
    public static class Patched extends ExceptionMapperBase<UncheckedIOException> {
        @Override
        protected HttpProblem toProblem(UncheckedIOException exception) {
            if (exception.getCause() instanceof JsonProcessingException json) {
                return JsonProblemMappers.toProblem(json);
            }
            return Problems.of(ProblemType.INTERNAL, "This is our fault and has been logged");
        }
    }
}
