package org.rapport.kit.replica;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.Projection;
import org.rapport.kit.consuming.UnreadableEventException;

/** Keeps the ids of the kinds that this service refers to, with the organisations that they belong to now. */
final class ReplicaProjection implements Projection {

    private static final Set<String> GONE = Set.of("ERASED", "MERGED");

    private static final String UPSERT = """
            insert into reference_replica as r (kind, id, version, gone, organisation_ids) values (?, ?, ?, ?, ?)
            on conflict (kind, id) do update set version = excluded.version, gone = excluded.gone,
            organisation_ids = excluded.organisation_ids where r.version < excluded.version""";

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
        return true;
    }

    @Override
    public void apply(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
            for (Event event : events) {
                if (kinds.contains(event.kind())) {
                    statement.setString(1, event.kind());
                    statement.setObject(2, event.subject());
                    statement.setLong(3, event.version());
                    statement.setBoolean(4, isGone(event.data()));
                    statement.setArray(5, connection.createArrayOf("uuid", organisations(event.data())));
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from reference_replica")) {
            statement.executeUpdate();
        }
    }

    private static boolean isGone(JsonNode data) {
        return data == null || GONE.contains(data.path("status").asText());
    }

    private static Object[] organisations(JsonNode data) {
        List<UUID> organisations = new ArrayList<>();
        if (data != null) {
            LocalDate today = LocalDate.now(ZoneOffset.UTC);
            for (JsonNode membership : data.path("organisations")) {
                try {
                    JsonNode to = membership.path("to");
                    if (!to.isTextual() || !LocalDate.parse(to.asText()).isBefore(today)) {
                        organisations.add(UUID.fromString(
                                membership.path("organisationId").asText()));
                    }
                } catch (IllegalArgumentException | DateTimeParseException e) {
                    throw new UnreadableEventException("A membership cannot be read: " + membership);
                }
            }
        }
        return organisations.toArray();
    }
}
