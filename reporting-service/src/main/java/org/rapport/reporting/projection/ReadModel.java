package org.rapport.reporting.projection;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the read model, many facts with a few statements. A fact takes effect if it is newer than what is held, so
 * duplicates, replays and late ones do no harm, and any order comes to the same.
 */
@Singleton
class ReadModel {

    private static final String PERIODS = "need_period";

    private final ObjectMapper mapper;

    ReadModel(ObjectMapper mapper) {
        this.mapper = mapper.copy().setPropertyNamingStrategy(new SnakeCase());
    }

    /** A row as the database gets it; unwrapped, so that its fields stand beside the version. */
    private record Stored(@JsonUnwrapped Record row, long version) {}

    /** All that is left of what was erased. */
    private record Erased(UUID id, String status) {}

    /** All that an event can change. */
    static List<String> tables() {
        return Stream.concat(Kind.tables().stream(), Stream.of(PERIODS, ParticipantEvents.TABLE))
                .toList();
    }

    /** Applies facts in the caller's transaction. */
    void apply(Connection connection, Collection<Fact> facts) throws SQLException {
        Map<Kind, Map<UUID, Fact>> newest = new LinkedHashMap<>();
        for (Fact fact : facts) {
            newest.computeIfAbsent(fact.kind(), kind -> new LinkedHashMap<>())
                    .merge(fact.id(), fact, (held, next) -> held.version() < next.version() ? next : held);
        }
        ParticipantEvents events = new ParticipantEvents(connection);
        for (Map.Entry<Kind, Map<UUID, Fact>> entry : newest.entrySet()) {
            events.willChange(entry.getKey(), entry.getValue().values());
            Set<UUID> applied =
                    upsert(connection, entry.getKey(), entry.getValue().values());
            if (entry.getKey().state() == Need.class && !applied.isEmpty()) {
                replacePeriods(connection, applied, entry.getValue());
            }
        }
        events.refresh();
    }

    private Set<UUID> upsert(Connection connection, Kind kind, Collection<Fact> facts) throws SQLException {
        List<Stored> rows = facts.stream()
                .map(fact -> new Stored(row(fact), fact.version()))
                .toList();
        try (PreparedStatement upsert = connection.prepareStatement(kind.upsert())) {
            upsert.setString(1, json(rows));
            try (ResultSet ids = upsert.executeQuery()) {
                Set<UUID> applied = new HashSet<>();
                while (ids.next()) {
                    applied.add(ids.getObject(1, UUID.class));
                }
                return applied;
            }
        }
    }

    private static Record row(Fact fact) {
        return fact.state() == null
                ? new Erased(fact.id(), "ERASED")
                : fact.state().row();
    }

    /** What a need was at each time follows from its whole state, so it is written anew with it. */
    private void replacePeriods(Connection connection, Set<UUID> needs, Map<UUID, Fact> facts) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from " + PERIODS + " where need_id = any (?)")) {
            delete.setArray(1, connection.createArrayOf("uuid", needs.toArray()));
            delete.executeUpdate();
        }
        List<Need.PeriodRow> periods = new ArrayList<>();
        for (UUID id : needs) {
            if (facts.get(id).state() instanceof Need need) {
                periods.addAll(need.periods());
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into %1$s select * from json_populate_recordset(null::%1$s, ?::json)".formatted(PERIODS))) {
            insert.setString(1, json(periods));
            insert.executeUpdate();
        }
    }

    private String json(List<?> rows) {
        try {
            return mapper.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Rows can always be written", e);
        }
    }
}
