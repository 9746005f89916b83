package org.rapport.reporting.report.participation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.rapport.reporting.report.NamedQuery;

/** Reads who was to be where and came or not, and who consents. */
public final class RecordsQuery {

    private static final NamedQuery PEOPLE = new NamedQuery("""
            select participant_id from attendance where event_id = any(:events)
            union
            select participant_id from registration where event_id = any(:events) and status = 'CONFIRMED'
            """);

    private final Connection connection;
    private final NumberedEvents events;
    private final Instant asOf;

    public RecordsQuery(Connection connection, NumberedEvents events, Instant asOf) {
        this.connection = connection;
        this.events = events;
        this.asOf = asOf;
    }

    /**
     * Reads all records of the numbered events, of those who are recorded at some.
     *
     * @param scope ids of the events that they are recorded at; null for whatever there is
     */
    public Records read(Collection<UUID> scope) throws SQLException {
        List<UUID> few = scope == null || Columns.knowManyAt(scope) ? null : people(scope);
        return new Records(few == null ? Columns.ofAll(connection) : Columns.of(connection, few, scope), events, asOf);
    }

    /** Null if they are not few. */
    private List<UUID> people(Collection<UUID> scope) throws SQLException {
        List<UUID> people = new ArrayList<>();
        try (PreparedStatement statement = PEOPLE.with("events", scope).prepare(connection)) {
            statement.setFetchSize(Columns.FETCH_SIZE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (people.size() == Columns.FEW_PEOPLE) {
                        return null;
                    }
                    people.add(row.getObject(1, UUID.class));
                }
            }
        }
        return people;
    }
}
