package org.rapport.reporting.report;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The events of a filter. An event without a programme of its own is in that of its project.
 *
 * @param all whether the filter takes all
 */
public record ScopedEvents(List<ScopedEvent> events, boolean all) {

    private static final NamedQuery QUERY = new NamedQuery("""
            select e.id, e.title, coalesce(e.programme_id, j.programme_id) as programme_id, p.title as programme,
                   e.project_id, j.title as project, e.country,
                   e.status = 'HELD' and e.ends_at <= :asOf as held
              from event e
              left join project j on j.id = e.project_id
              left join programme p on p.id = coalesce(e.programme_id, j.programme_id)
             where (:programme::uuid is null or coalesce(e.programme_id, j.programme_id) = :programme)
               and (:project::uuid is null or e.project_id = :project)
               and (:event::uuid is null or e.id = :event)
               and (:country::text is null or e.country = :country)
               and (:from::timestamptz is null or e.starts_at >= :from)
               and (:to::timestamptz is null or e.starts_at <= :to)
               and e.starts_at is not null and e.ends_at is not null
             order by e.id
            """);

    public ScopedEvents {
        events = List.copyOf(events);
    }

    public static ScopedEvents of(Connection connection, EventFilter filter, Instant asOf) throws SQLException {
        try (PreparedStatement statement = QUERY.with("asOf", asOf)
                        .with("programme", filter.programme())
                        .with("project", filter.project())
                        .with("event", filter.event())
                        .with("country", filter.country())
                        .with("from", filter.from())
                        .with("to", filter.to())
                        .prepare(connection);
                ResultSet rows = statement.executeQuery()) {
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
            return new ScopedEvents(events, filter.takesAll());
        }
    }

    public List<UUID> ids() {
        return events.stream().map(ScopedEvent::id).toList();
    }

    /** Those that took place. */
    public List<UUID> heldIds() {
        return events.stream().filter(ScopedEvent::held).map(ScopedEvent::id).toList();
    }
}
