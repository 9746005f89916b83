package org.rapport.reporting.report.participation;

import java.lang.ref.SoftReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import org.postgresql.PGStatement;
import org.rapport.reporting.projection.ReadModelState;
import org.rapport.reporting.report.NamedQuery;

/**
 * Tables of the read model in memory, as columns of numbers in the order of people. Those of everybody are kept for the next
 * question until the read model changes, or memory is short; they hold nothing that depends on a question. A table is read
 * when it is first asked for.
 */
final class Columns {

    private static final Object ONE_AT_A_TIME = new Object();
    private static SoftReference<Columns> kept = new SoftReference<>(null);

    private final UUID state;
    private final Collection<UUID> only;
    private final TopicNumbers topics = new TopicNumbers();
    private final PeopleTable people;
    private ExchangeTable exchanges;
    private NeedTable needs;
    private TopicPeriods offers;
    private DeclarationTable declarations;

    private Columns(Connection connection, UUID state, Collection<UUID> only) throws SQLException {
        this.state = state;
        this.only = only;
        this.people = new PeopleTable(connection, only);
    }

    /** Takes a row; ids and bytes come as they are sent. */
    @FunctionalInterface
    interface OfRow {
        void take(ResultSet row) throws SQLException;
    }

    /**
     * @param connection in a transaction that sees one moment
     * @param only whom to read; null for everybody
     */
    static Columns of(Connection connection, Collection<UUID> only) throws SQLException {
        if (only != null) {
            return new Columns(connection, null, only);
        }
        UUID state = ReadModelState.current(connection);
        synchronized (ONE_AT_A_TIME) {
            Columns held = kept.get();
            if (held == null || state == null || !state.equals(held.state)) {
                // there may not be room for both
                kept.clear();
                held = new Columns(connection, state, null);
                kept = new SoftReference<>(held);
            }
            return held;
        }
    }

    PeopleTable people() {
        return people;
    }

    synchronized ExchangeTable exchanges(Connection connection) throws SQLException {
        if (exchanges == null) {
            exchanges = new ExchangeTable(connection, people, only);
        }
        return exchanges;
    }

    synchronized NeedTable needs(Connection connection) throws SQLException {
        if (needs == null) {
            needs = new NeedTable(connection, people, only, topics);
        }
        return needs;
    }

    synchronized TopicPeriods offers(Connection connection) throws SQLException {
        if (offers == null) {
            offers = Offers.periods(connection, people, only, topics);
        }
        return offers;
    }

    synchronized DeclarationTable declarations(Connection connection) throws SQLException {
        if (declarations == null) {
            declarations = new DeclarationTable(connection, people, only);
        }
        return declarations;
    }

    static void read(Connection connection, NamedQuery.Parameters query, OfRow consumer) throws SQLException {
        try (PreparedStatement statement = query.prepare(connection)) {
            statement.setFetchSize(ParticipantRows.FETCH_SIZE);
            // without what a pool puts around each value
            PreparedStatement driver = (PreparedStatement) statement.unwrap(PGStatement.class);
            try (ResultSet row = driver.executeQuery()) {
                while (row.next()) {
                    consumer.take(row);
                }
            }
        }
    }
}
