package org.rapport.reporting.report;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.reporting.report.GivenAnswers.Asked;

/** Runs after it is clear that the caller may ask; what they may be shown is a part of the question. */
@GivenAgain
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class GivenAgainInterceptor {

    private final GivenAnswers answers;
    private final Disclosures disclosures;
    private final UriInfo uriInfo;

    public GivenAgainInterceptor(GivenAnswers answers, Disclosures disclosures, UriInfo uriInfo) {
        this.answers = answers;
        this.disclosures = disclosures;
        this.uriInfo = uriInfo;
    }

    @AroundInvoke
    Object again(InvocationContext invocation) throws Exception {
        Asked asked = new Asked(
                invocation.getMethod(),
                Map.<String, List<String>>copyOf(uriInfo.getQueryParameters()),
                disclosures.toCaller());
        // before the answer: if news come in between, it isn't given again
        UUID state = answers.state();
        Object given = answers.get(asked, state);
        if (given != null) {
            return given;
        }
        Object answer = invocation.proceed();
        answers.keep(asked, state, answer);
        return answer;
    }
}
