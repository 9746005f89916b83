package org.rapport.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Logs defects, which the extension would log with the address that was asked for: there may be secrets in it. What
 * clients did wrong is not logged, as it consists of what they sent; what is down is logged where that is noticed.
 */
@ApplicationScoped
public class ProblemLog implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemLog.class);

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() >= ProblemType.INTERNAL.status()
                && problem.getStatusCode() != ProblemType.UNAVAILABLE.status()) {
            LOG.errorf(context.cause, "Answered %d", problem.getStatusCode());
        }
        return problem;
    }
}
