package org.rapport.kit.consuming;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Tells failures that an event is to blame for, and that will come again, from those worth another try. */
final class Blame {

    /** SQLSTATE classes: one row twice in a statement, data exceptions, constraints, values beyond limits. */
    private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23", "54");

    private Blame() {}

    static boolean isOfTheData(Exception failure) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return failure instanceof RuntimeException;
        }
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        return OF_THE_DATA.stream().anyMatch(state::startsWith);
    }

    /** What to tell whoever looks at the dead letter. */
    static String reason(Exception failure) {
        SQLException sql = sql(failure);
        if (sql != null) {
            return "The database refuses it: " + primary(sql);
        }
        String message = Objects.requireNonNullElse(failure.getMessage(), "no message");
        return failure instanceof UnreadableEventException ? message : "It cannot be applied: " + message;
    }

    /** Without the statement and its values, which the driver adds to the message of a batch. */
    private static String primary(SQLException sql) {
        for (Throwable cause = sql; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException server && server.getServerErrorMessage() != null) {
                ServerErrorMessage message = server.getServerErrorMessage();
                return message.getMessage();
            }
        }
        return "SQLSTATE " + sql.getSQLState();
    }

    private static SQLException sql(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
