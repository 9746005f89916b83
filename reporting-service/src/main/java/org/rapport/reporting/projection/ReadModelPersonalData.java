package org.rapport.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.rapport.kit.personal.ErasureState;
import org.rapport.kit.personal.PersonalData;
import org.rapport.kit.problem.DatabaseProblems;

/**
 * What the read model repeats of a participant. It is asked once in a while and reads tables from end to end for that:
 * indexes that nothing else needs would cost more, with every event.
 */
@Singleton
class ReadModelPersonalData implements PersonalData {

    private static final String PARTICIPANT = "participant";
    private static final Set<String> NAMING =
            Set.of("participant_id", "participant_a_id", "participant_b_id", "counterpart_id");

    private final DataSource dataSource;
    private final ObjectMapper mapper;

    ReadModelPersonalData(DataSource dataSource, ObjectMapper mapper) {
        this.dataSource = dataSource;
        this.mapper = mapper;
    }

    @Override
    public Map<String, List<?>> of(UUID participant) {
        Map<String, List<?>> tables = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            for (Kind kind : Kind.all()) {
                String condition = condition(kind);
                if (!condition.isEmpty()) {
                    tables.put(kind.table(), rows(connection, kind.table(), condition, participant));
                }
            }
            tables.put(
                    ParticipantEvents.TABLE,
                    rows(connection, ParticipantEvents.TABLE, "held.participant_id = named.id", participant));
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
        return tables;
    }

    /** An event of the participant that has not come yet finds nothing afterwards: the erased state is the newest. */
    @Override
    public ErasureState erasure(UUID participant) {
        boolean done = true;
        for (Map.Entry<String, List<?>> table : of(participant).entrySet()) {
            done &= table.getKey().equals(PARTICIPANT)
                    ? table.getValue().stream().allMatch(ReadModelPersonalData::isErased)
                    : table.getValue().isEmpty();
        }
        return new ErasureState(done, null, Map.of(), 0);
    }

    private static boolean isErased(Object participant) {
        return ((JsonNode) participant).path("status").asText().equals("ERASED");
    }

    /** Which rows of its table name the participant {@code named.id}. */
    private static String condition(Kind kind) {
        if (kind.aggregate().equals(PARTICIPANT)) {
            return "held.id = named.id";
        }
        return Arrays.stream(kind.row().getRecordComponents())
                .map(RecordComponent::getName)
                .map(SnakeCase::of)
                .filter(NAMING::contains)
                .map(column -> "held." + column + " = named.id")
                .collect(Collectors.joining(" or "));
    }

    private List<JsonNode> rows(Connection connection, String table, String condition, UUID participant)
            throws SQLException {
        String query = "select to_jsonb(held) from " + table + " held, (select ?::uuid as id) named where " + condition;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setObject(1, participant);
            List<JsonNode> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(mapper.readTree(row.getString(1)));
                }
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds valid JSON", e);
        }
    }
}
