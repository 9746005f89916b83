package org.rapport.reporting.report;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.UriInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.rapport.kit.problem.DatabaseProblems;
import org.rapport.reporting.projection.ReadModelState;
import org.rapport.reporting.report.GivenAnswers.Asked;
import org.rapport.reporting.report.GivenAnswers.Made;

/** Runs after it is clear that the caller may ask; what they may be shown is a part of the question. */
@GivenAgain
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class GivenAgainInterceptor {

    private final DataSource dataSource;
    private final GivenAnswers answers;
    private final Disclosures disclosures;
    private final CurrentIdentityAssociation caller;
    private final UriInfo uriInfo;
    private final AnswerMoment moment;

    public GivenAgainInterceptor(
            DataSource dataSource,
            GivenAnswers answers,
            Disclosures disclosures,
            CurrentIdentityAssociation caller,
            UriInfo uriInfo,
            AnswerMoment moment) {
        this.dataSource = dataSource;
        this.answers = answers;
        this.disclosures = disclosures;
        this.caller = caller;
        this.uriInfo = uriInfo;
        this.moment = moment;
    }

    @AroundInvoke
    Object again(InvocationContext invocation) throws Exception {
        Asked asked = new Asked(
                invocation.getMethod(),
                Map.<String, List<String>>copyOf(uriInfo.getQueryParameters()),
                disclosures.toCaller());
        SecurityIdentity identity = caller.getIdentity();
        return answers.answer(asked, this::state, () -> as(identity, invocation));
    }

    private UUID state() {
        try (Connection connection = dataSource.getConnection()) {
            return ReadModelState.current(connection);
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    /** In the name of the caller, who may have gone by then. */
    private Made as(SecurityIdentity identity, InvocationContext invocation) throws Exception {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            caller.setIdentity(identity);
            return new Made(invocation.proceed(), moment.get());
        } finally {
            request.terminate();
        }
    }
}
