package org.rapport.reporting.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Tells whether the read model has changed: what it is made of never comes back to an earlier state's name. */
public final class ReadModelState {

    private ReadModelState() {}

    /** The present state; null if it isn't known. */
    public static UUID current(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select state from read_model_state")) {
            return row.next() ? row.getObject(1, UUID.class) : null;
        }
    }

    /** To be called in the transaction of the change. */
    static void changed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into read_model_state (state) values (gen_random_uuid())"
                    + " on conflict (one) do update set state = excluded.state");
        }
    }
}
