package org.rapport.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.ArcUndeclaredThrowableException;
import jakarta.annotation.Priority;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;

/** Answers with {@link DatabaseProblems} wherever a failure of the database surfaces. */
final class DatabaseProblemMappers {

    private DatabaseProblemMappers() {}

    /** For failures of JPA. */
    @Provider
    @Priority(1)
    public static class Persistence extends ExceptionMapperBase<PersistenceException> {
        @Override
        protected HttpProblem toProblem(PersistenceException exception) {
            return DatabaseProblems.toProblem(exception);
        }
    }

    /** For failures while committing. */
    @Provider
    @Priority(1)
    public static class Rollback extends ExceptionMapperBase<RollbackException> {
        @Override
        protected HttpProblem toProblem(RollbackException exception) {
            return DatabaseProblems.toProblem(exception);
        }
    }

    /** For transactions that could not be begun or ended, wrapped by the transaction interceptor. */
    @Provider
    @Priority(1)
    public static class Interceptor extends ExceptionMapperBase<ArcUndeclaredThrowableException> {
        @Override
        protected HttpProblem toProblem(ArcUndeclaredThrowableException exception) {
            return DatabaseProblems.toProblem(exception);
        }
    }

    /** For connections refused by the pool outside JPA. */
    @Provider
    @Priority(1)
    public static class Sql extends ExceptionMapperBase<SQLException> {
        @Override
        protected HttpProblem toProblem(SQLException exception) {
            return DatabaseProblems.toProblem(exception);
        }
    }
}
