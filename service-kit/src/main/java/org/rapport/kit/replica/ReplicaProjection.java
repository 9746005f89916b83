package org.rapport.kit.replica;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.Projection;
import org.rapport.kit.consuming.UnreadableEventException;
import org.rapport.kit.json.Uuids;

/** Keeps the ids of the kinds that this service refers to, and the organisations that they belong to. */
final class ReplicaProjection implements Projection {

    private static final String MERGED = "MERGED";

    private static final String UPSERT = """
            insert into reference_replica as r (kind, id, version, gone, successor)
            select * from unnest(?::text[], ?::uuid[], ?::bigint[], ?::boolean[], ?::uuid[])
            on conflict (kind, id) do update
            set version = excluded.version, gone = excluded.gone, successor = excluded.successor
             where r.version < excluded.version
            returning id""";

    /** Anew, too, when what was merged is erased after all, or merged further. */
    private static final String END = """
            insert into reference_ending as e (kind, id, successor)
            select kind, id, successor from reference_replica where kind = ? and id = ? and gone
            on conflict (kind, id) do update
            set successor = excluded.successor, noticed_at = now(), attempts = 0, followed_at = null
             where e.successor is distinct from excluded.successor""";

    private final Set<String> kinds;
    private final Set<String> topics;

    ReplicaProjection(Set<String> kinds, Set<String> topics) {
        this.kinds = kinds;
        this.topics = topics;
    }

    @Override
    public String name() {
        return "replica";
    }

    @Override
    public Set<String> topics() {
        return topics;
    }

    /** Kinds that nobody here refers to are passed over, not buried. */
    @Override
    public boolean understands(String type) {
        return !kinds.contains(Event.kind(type)) || type.endsWith(".v1");
    }

    @Override
    public void apply(Connection connection, List<Event> events) throws SQLException {
        Collection<Event> newest = Event.newestOfEach(
                events.stream().filter(event -> kinds.contains(event.kind())).toList());
        if (newest.isEmpty()) {
            return;
        }
        Set<UUID> applied = upsert(connection, newest);
        // a first version replaces nothing
        Object[] changed = newest.stream()
                .filter(event -> event.version() > 0)
                .map(Event::subject)
                .filter(applied::contains)
                .toArray();
        try (PreparedStatement delete =
                connection.prepareStatement("delete from reference_membership where member_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", changed));
            delete.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into reference_membership"
                + " (member_id, position, organisation_id, last_day) values (?, ?, ?, ?)")) {
            for (Event event : newest) {
                if (applied.contains(event.subject()) && !isGone(event)) {
                    addMemberships(insert, event);
                }
            }
            insert.executeBatch();
        }
        try (PreparedStatement end = connection.prepareStatement(END)) {
            for (Event event : newest) {
                if (applied.contains(event.subject()) && isGone(event)) {
                    end.setString(1, event.kind());
                    end.setObject(2, event.subject());
                    end.addBatch();
                }
            }
            end.executeBatch();
        }
    }

    private static Set<UUID> upsert(Connection connection, Collection<Event> events) throws SQLException {
        Set<UUID> applied = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            statement.setObject(1, events.stream().map(Event::kind).toArray(String[]::new));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", events.stream().map(Event::subject).toArray()));
            statement.setObject(3, events.stream().mapToLong(Event::version).toArray());
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "boolean",
                            events.stream().map(ReplicaProjection::isGone).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "uuid",
                            events.stream().map(ReplicaProjection::successor).toArray()));
            try (ResultSet ids = statement.executeQuery()) {
                while (ids.next()) {
                    applied.add(ids.getObject(1, UUID.class));
                }
            }
        }
        return applied;
    }

    private static void addMemberships(PreparedStatement insert, Event event) throws SQLException {
        int position = 0;
        for (JsonNode membership : event.data().path("organisations")) {
            try {
                JsonNode to = membership.path("to");
                insert.setObject(1, event.subject());
                insert.setInt(2, position++);
                insert.setObject(
                        3, Uuids.parse(membership.path("organisationId").asText()));
                insert.setObject(4, to.isTextual() ? LocalDate.parse(to.asText()) : null, Types.DATE);
                insert.addBatch();
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new UnreadableEventException("A membership cannot be read: " + membership);
            }
        }
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        for (String table : List.of("reference_membership", "reference_replica")) {
            try (PreparedStatement statement = connection.prepareStatement("delete from " + table)) {
                statement.executeUpdate();
            }
        }
    }

    private static boolean isGone(Event event) {
        return event.isErasure() || isMerged(event);
    }

    private static boolean isMerged(Event event) {
        return !event.isErasure() && event.data().path("status").asText().equals(MERGED);
    }

    private static UUID successor(Event event) {
        if (!isMerged(event)) {
            return null;
        }
        String successor = event.data().path("mergedInto").asText();
        if (!Uuids.isCanonical(successor)) {
            throw new UnreadableEventException("It was merged, but it cannot be read into what: " + successor);
        }
        return UUID.fromString(successor);
    }
}
