package org.rapport.participants.need;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.Projection;
import org.rapport.kit.consuming.UnreadableEventException;
import org.rapport.kit.json.Uuids;

/** Notes which exchanges are completed and which need they name. What follows from that is left to {@link MetNeeds}. */
@Singleton
class ExchangeProjection implements Projection {

    private static final String KIND = "exchange";
    private static final String ERASED = ".erased.v1";

    /** A completed exchange stays so since it was first told, and an erased one takes nothing back. */
    private static final String UPSERT = """
            insert into exchange_of_need as held (exchange_id, version, participant_a_id, participant_b_id, need_id,
                                                  completed_at, changed_at, pending)
            select id, version, a, b, need, completed, changed, need is not null and completed is not null
              from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[], ?::timestamptz[])
                       as told (id, version, a, b, need, completed, changed)
            on conflict (exchange_id) do update set
                version = excluded.version,
                participant_a_id = excluded.participant_a_id,
                participant_b_id = excluded.participant_b_id,
                need_id = excluded.need_id,
                completed_at = case when held.need_id = excluded.need_id and excluded.completed_at is not null
                                    then coalesce(held.completed_at, excluded.completed_at)
                                    else excluded.completed_at end,
                changed_at = excluded.changed_at,
                pending = excluded.participant_a_id is not null
                              and (held.pending or excluded.pending or held.heeded_need_id is not null)
             where held.version < excluded.version""";

    private record Told(UUID a, UUID b, UUID need, Instant completedAt) {

        private static final Told NOTHING = new Told(null, null, null, null);
    }

    @Override
    public String name() {
        return "exchanges-of-needs";
    }

    @Override
    public Set<String> topics() {
        return Set.of("rapport.exchanges.v1");
    }

    /** What else happens between participants is passed over, not buried. */
    @Override
    public boolean understands(String type) {
        return !Event.kind(type).equals(KIND) || type.endsWith(".v1");
    }

    @Override
    public void apply(Connection connection, List<Event> events) throws SQLException {
        List<Event> exchanges = new ArrayList<>(Event.newestOfEach(
                events.stream().filter(event -> event.kind().equals(KIND)).toList()));
        List<Told> told = exchanges.stream().map(ExchangeProjection::told).toList();
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setArray(1, array(connection, "uuid", exchanges, Event::subject));
            upsert.setArray(2, array(connection, "bigint", exchanges, Event::version));
            upsert.setArray(3, array(connection, "uuid", told, Told::a));
            upsert.setArray(4, array(connection, "uuid", told, Told::b));
            upsert.setArray(5, array(connection, "uuid", told, Told::need));
            upsert.setArray(6, array(connection, "timestamptz", told, one -> timestamp(one.completedAt())));
            upsert.setArray(7, array(connection, "timestamptz", exchanges, event -> timestamp(time(event))));
            upsert.executeUpdate();
        }
    }

    private static Told told(Event event) {
        JsonNode data = event.data();
        if (data == null || event.type().endsWith(ERASED)) {
            return Told.NOTHING;
        }
        try {
            return new Told(
                    Uuids.parse(data.path("participantAId").asText()),
                    Uuids.parse(data.path("participantBId").asText()),
                    data.hasNonNull("needId") ? Uuids.parse(data.get("needId").asText()) : null,
                    data.path("status").asText().equals("COMPLETED") ? time(event) : null);
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException("An id of the exchange cannot be read");
        }
    }

    private static Instant time(Event event) {
        return event.time() == null ? Instant.now() : event.time();
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, List<T> rows, Function<T, Object> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    @Override
    public void reset(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from exchange_of_need")) {
            delete.executeUpdate();
        }
    }
}
