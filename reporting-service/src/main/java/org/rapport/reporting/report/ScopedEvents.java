package org.rapport.reporting.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The events of a filter. An event without a programme of its own is in that of its project. */
public record ScopedEvents(List<ScopedEvent> events) {

    private static final String SQL =
            """
            with asked as (
                select ?::timestamptz as as_of, ?::uuid as programme, ?::uuid as project, ?::uuid as event,
                       ?::text as country, ?::timestamptz as starts_from, ?::timestamptz as starts_to)
            select e.id, e.title, coalesce(e.programme_id, j.programme_id) as programme_id, p.title as programme,
                   e.project_id, j.title as project, e.country,
                   e.status = 'HELD' and e.ends_at <= asked.as_of as held
              from asked
             cross join event e
              left join project j on j.id = e.project_id
              left join programme p on p.id = coalesce(e.programme_id, j.programme_id)
             where (asked.programme is null or coalesce(e.programme_id, j.programme_id) = asked.programme)
               and (asked.project is null or e.project_id = asked.project)
               and (asked.event is null or e.id = asked.event)
               and (asked.country is null or e.country = asked.country)
               and (asked.starts_from is null or e.starts_at >= asked.starts_from)
               and (asked.starts_to is null or e.starts_at <= asked.starts_to)
             order by e.id
            """;

    public ScopedEvents {
        events = List.copyOf(events);
    }

    public static ScopedEvents of(Connection connection, EventFilter filter, Instant asOf) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, asOf.atOffset(ZoneOffset.UTC));
            statement.setObject(2, filter.programme());
            statement.setObject(3, filter.project());
            statement.setObject(4, filter.event());
            statement.setString(5, filter.country());
            statement.setObject(6, filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
            statement.setObject(7, filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC));
            try (ResultSet rows = statement.executeQuery()) {
                List<ScopedEvent> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(new ScopedEvent(
                            rows.getObject("id", UUID.class),
                            rows.getString("title"),
                            rows.getObject("programme_id", UUID.class),
                            rows.getString("programme"),
                            rows.getObject("project_id", UUID.class),
                            rows.getString("project"),
                            rows.getString("country"),
                            rows.getBoolean("held")));
                }
                return new ScopedEvents(events);
            }
        }
    }

    /** Ids as a parameter for {@code = any(?)}. */
    public Array ids(Connection connection) throws SQLException {
        return connection.createArrayOf("uuid", events.stream().map(ScopedEvent::id).toArray());
    }

    /** Ids of those that took place. */
    public Array heldIds(Connection connection) throws SQLException {
        return connection.createArrayOf(
                "uuid",
                events.stream().filter(ScopedEvent::held).map(ScopedEvent::id).toArray());
    }
}
