package org.rapport.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives problems that the framework made the type and title of their kind, and drops texts that speak of classes. A
 * redirection, which the framework takes for a problem too, is none.
 */
@ApplicationScoped
public class ProblemCompletion implements ProblemPostProcessor {

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null || problem.getStatusCode() < 400) {
            return problem;
        }
        if (context.cause != null && context.cause.getCause() instanceof JsonProcessingException json) {
            return HttpProblem.builder(JsonProblemMappers.toProblem(json))
                    .withInstance(problem.getInstance())
                    .build();
        }
        ProblemType type = ProblemType.ofStatus(problem.getStatusCode());
        HttpProblem.Builder builder = HttpProblem.builder()
                .withType(type.uri())
                .withStatus(problem.getStatusCode())
                .withTitle(type.title())
                .withInstance(problem.getInstance());
        problem.getHeaders().forEach(builder::withHeader);
        return builder.build();
    }

    /** Before the extension's own processors, which fill in the instance and log. */
    @Override
    public int priority() {
        return 101;
    }
}
