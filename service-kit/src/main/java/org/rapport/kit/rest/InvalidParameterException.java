package org.rapport.kit.rest;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** A parameter that could not be converted; the framework would answer any other exception with a 404. */
class InvalidParameterException extends WebApplicationException {

    private static final long serialVersionUID = 1;

    InvalidParameterException(String detail) {
        super(detail, ProblemType.INVALID_PARAMETER.status());
    }

    /** Tells it as every other parameter that is not valid. */
    @Provider
    @Priority(1)
    public static class Mapper extends ExceptionMapperBase<InvalidParameterException> {
        @Override
        protected HttpProblem toProblem(InvalidParameterException exception) {
            return Problems.of(ProblemType.INVALID_PARAMETER, exception.getMessage());
        }
    }
}
