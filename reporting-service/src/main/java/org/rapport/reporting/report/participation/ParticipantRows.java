package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/**
 * The rows of a query in the order of their participants, to be read along with those of other queries: a merge join that
 * takes one pass and no memory, whatever the planner believes of the tables.
 */
public final class ParticipantRows implements AutoCloseable {

    static final int FETCH_SIZE = 5_000;

    /** As the database orders ids; {@link UUID#compareTo} takes the halves as signed numbers. */
    static final Comparator<UUID> ORDER = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final PreparedStatement statement;
    private final ResultSet rows;
    /** Whose the next row is; null at the end. */
    private UUID participant;

    /** Does something with a row. */
    @FunctionalInterface
    public interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    /** @param query its first column is the participant, by whom it is ordered */
    public ParticipantRows(Connection connection, NamedQuery.Parameters query) throws SQLException {
        statement = query.prepare(connection);
        statement.setFetchSize(FETCH_SIZE);
        rows = statement.executeQuery();
        next();
    }

    /** Hands over the rows of somebody who comes after everybody asked for before. */
    public void of(UUID wanted, OfRow consumer) throws SQLException {
        while (participant != null && ORDER.compare(participant, wanted) < 0) {
            next();
        }
        while (wanted.equals(participant)) {
            consumer.take(rows);
            next();
        }
    }

    private void next() throws SQLException {
        participant = rows.next() ? rows.getObject(1, UUID.class) : null;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
