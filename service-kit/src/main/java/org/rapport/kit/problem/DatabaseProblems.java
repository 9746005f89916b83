package org.rapport.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;

/** What the database refuses or cannot do now, as problems: the constraints decide, and here their word is translated. */
public final class DatabaseProblems {

    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    /**
     * SQLSTATE classes: connection failure, rolled back (a deadlock), resources, operator intervention (restart), system
     * error.
     */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "40", "53", "57", "58");

    private static final int RETRY_AFTER_SECONDS = 5;

    private DatabaseProblems() {}

    /** The problem that stands for a failure, whatever it is wrapped in. */
    public static HttpProblem toProblem(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return Problems.of(
                        ProblemType.STALE_VERSION, "Somebody else changed this at the same moment: read it again");
            }
            if (cause instanceof ConstraintViolationException violated) {
                return ofConstraint(constraint(violated.getSQLException()));
            }
            if (cause instanceof SQLException sql && isUnavailable(sql)) {
                LOG.warnf("The database cannot answer: %s", sql.getMessage());
                return Problems.unavailable("The database cannot answer now", RETRY_AFTER_SECONDS);
            }
            if (cause instanceof HttpProblem problem) {
                return problem;
            }
        }
        LOG.error("Unexpected failure of a database operation", exception);
        return Problems.of(ProblemType.INTERNAL, "This is our fault and has been logged");
    }

    /** The server names the constraint, whether the statement was sent alone or in a batch. */
    private static String constraint(SQLException refused) {
        for (SQLException next = refused; next != null; next = next.getNextException()) {
            if (next instanceof PSQLException server && server.getServerErrorMessage() != null) {
                return server.getServerErrorMessage().getConstraint();
            }
        }
        return null;
    }

    private static HttpProblem ofConstraint(String constraint) {
        return CDI.current().select(ConstraintMessages.class).stream()
                .map(messages -> messages.of(constraint))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Problems.conflict("CONFLICT", "This conflicts with something that is stored"));
    }

    private static boolean isUnavailable(SQLException sql) {
        String state = sql.getSQLState();
        return state == null
                || UNAVAILABLE_CLASSES.contains(state.substring(0, 2))
                // a read-only server, as after a failover
                || state.equals("25006");
    }

    /** The errors that {@link #toProblem} names. */
    public static List<FieldError> errorsOf(Throwable exception) {
        return Problems.errorsOf(toProblem(exception));
    }
}
