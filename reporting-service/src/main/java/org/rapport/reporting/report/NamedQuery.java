package org.rapport.reporting.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGStatement;

/**
 * A query with parameters by name ({@code :asOf}), as reports use the same few in many places. They are bound, never
 * pasted in, and the planner sees their values.
 */
public final class NamedQuery {

    private static final int ALWAYS_BINARY = -1;

    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z][A-Za-z]*)");

    private final String sql;
    private final List<String> names = new ArrayList<>();

    public NamedQuery(String text) {
        Matcher matcher = PARAMETER.matcher(text);
        StringBuilder bare = new StringBuilder();
        while (matcher.find()) {
            names.add(matcher.group(1));
            matcher.appendReplacement(bare, "?");
        }
        this.sql = matcher.appendTail(bare).toString();
    }

    public Parameters with(String name, Object value) {
        return new Parameters().with(name, value);
    }

    /** The values of one execution. */
    public final class Parameters {

        private final Map<String, Object> values = new HashMap<>();

        private Parameters() {}

        /** @param value an instant, a collection of ids, or what JDBC takes; null is a value too */
        public Parameters with(String name, Object value) {
            values.put(name, value);
            return this;
        }

        public PreparedStatement prepare(Connection connection) throws SQLException {
            PreparedStatement statement = connection.prepareStatement(sql);
            // the driver asks for ids and numbers as text at first, which is dear to read
            statement.unwrap(PGStatement.class).setPrepareThreshold(ALWAYS_BINARY);
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (!values.containsKey(name)) {
                    throw new IllegalArgumentException("No value for the parameter " + name);
                }
                statement.setObject(i + 1, toJdbc(connection, values.get(name)));
            }
            return statement;
        }

        private static Object toJdbc(Connection connection, Object value) throws SQLException {
            if (value instanceof Instant instant) {
                return instant.atOffset(ZoneOffset.UTC);
            }
            if (value instanceof Collection<?> ids) {
                return connection.createArrayOf("uuid", ids.toArray(UUID[]::new));
            }
            return value;
        }
    }
}
