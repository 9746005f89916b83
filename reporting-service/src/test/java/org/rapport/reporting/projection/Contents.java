package org.rapport.reporting.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.rapport.kit.testing.TestStack;

/** What the tables hold, as text that is equal if and only if they hold the same rows. */
final class Contents {

    private Contents() {}

    static String ofReadModel() {
        StringBuilder all = new StringBuilder();
        ReadModel.tables().forEach(table -> all.append(of(table)));
        return all.toString();
    }

    static String of(String table) {
        try (Connection connection = TestStack.get().database();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), string_agg(t::text, chr(10) order by t::text) from " + table + " t")) {
            row.next();
            return table + ": " + row.getLong(1) + "\n" + row.getString(2) + "\n";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
