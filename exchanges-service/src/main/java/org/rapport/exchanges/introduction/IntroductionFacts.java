package org.rapport.exchanges.introduction;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.UnreadableEventException;
import org.rapport.kit.json.Uuids;

/** Notes who lets others see their profile, whose a need or an offer is, and who of those to be introduced have met. */
@Singleton
public class IntroductionFacts {

    private static final String PARTICIPANT = "participant";
    private static final String ENCOUNTER = "encounter";
    private static final Set<String> HELD = Set.of("need", "offer");
    private static final Set<String> KINDS = Set.of(PARTICIPANT, ENCOUNTER, "need", "offer");

    /**
     * Of somebody who lets nobody see their profile there are introductions to end only if they did before, or if all this is
     * noted anew. Introductions of one who was merged or erased are followed otherwise.
     */
    private static final String SHARING = """
            insert into profile_sharing as held (participant_id, version, shared, gone, pending)
            select id, version, shared, gone, not shared and not gone and exists (
                       select from introduction i
                        where told.id in (i.participant_a_id, i.participant_b_id) and i.status in ('PROPOSED', 'ACCEPTED'))
              from unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::boolean[]) as told (id, version, shared, gone)
            on conflict (participant_id) do update
            set version = excluded.version, shared = excluded.shared, gone = excluded.gone,
                pending = (held.shared or held.pending) and not excluded.shared and not excluded.gone
             where held.version < excluded.version""";

    private static final String HOLDERS = """
            insert into holder as held (id, version, participant_id)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[])
            on conflict (id) do update set version = excluded.version, participant_id = excluded.participant_id
             where held.version < excluded.version""";

    private static final String MET = """
            insert into introduction_met (introduction_id, met_at)
            select i.id, min(told.met_at)
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::timestamptz[]) as told (event_id, a, b, met_at)
              join introduction i on i.participant_a_id = told.a and i.participant_b_id = told.b
             where i.status in ('PROPOSED', 'ACCEPTED')
               and (i.event_id = told.event_id or i.event_id is null and i.proposed_at <= told.met_at)
             group by i.id
            on conflict do nothing""";

    private record Met(UUID eventId, UUID a, UUID b, Instant at) {}

    /** The kinds of aggregates that something is noted of. */
    public Set<String> kinds() {
        return KINDS;
    }

    /** Notes what the events tell, whose order does not matter, in the caller's transaction. */
    public void apply(Connection connection, List<Event> events) throws SQLException {
        Collection<Event> newest = Event.newestOfEach(events);
        share(connection, of(newest, Set.of(PARTICIPANT)));
        hold(connection, of(newest, HELD));
        meet(
                connection,
                of(newest, Set.of(ENCOUNTER)).stream()
                        .filter(event -> !event.isErasure())
                        .map(IntroductionFacts::met)
                        .toList());
    }

    private static List<Event> of(Collection<Event> events, Set<String> kinds) {
        return events.stream().filter(event -> kinds.contains(event.kind())).collect(Collectors.toList());
    }

    private static void share(Connection connection, List<Event> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(SHARING)) {
            upsert.setArray(1, array(connection, "uuid", events, Event::subject));
            upsert.setArray(2, array(connection, "bigint", events, Event::version));
            upsert.setArray(3, array(connection, "boolean", events, IntroductionFacts::isShared));
            upsert.setArray(4, array(connection, "boolean", events, event -> !isActive(event)));
            upsert.executeUpdate();
        }
    }

    private static boolean isActive(Event event) {
        return !event.isErasure() && event.data().path("status").asText().equals("ACTIVE");
    }

    /** As in participants-service: of those who have not left. */
    private static boolean isShared(Event event) {
        return isActive(event)
                && !event.data().hasNonNull("leftAt")
                && StreamSupport.stream(event.data().path("consents").spliterator(), false)
                        .anyMatch(consent -> consent.path("purpose").asText().equals("PROFILE_SHARING")
                                && !consent.hasNonNull("withdrawnAt"));
    }

    private static void hold(Connection connection, List<Event> events) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement(HOLDERS)) {
            upsert.setArray(1, array(connection, "uuid", events, Event::subject));
            upsert.setArray(2, array(connection, "bigint", events, Event::version));
            upsert.setArray(
                    3,
                    array(
                            connection,
                            "uuid",
                            events,
                            event -> event.isErasure() || !event.data().hasNonNull("participantId")
                                    ? null
                                    : id(event.data(), "participantId")));
            upsert.executeUpdate();
        }
    }

    private static Met met(Event event) {
        JsonNode data = event.data();
        try {
            return new Met(
                    id(data, "eventId"),
                    id(data, "participantAId"),
                    id(data, "participantBId"),
                    Instant.parse(data.path("metAt").asText()));
        } catch (DateTimeParseException e) {
            throw new UnreadableEventException("When they met cannot be read");
        }
    }

    private static void meet(Connection connection, List<Met> met) throws SQLException {
        if (met.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(MET)) {
            insert.setArray(1, array(connection, "uuid", met, Met::eventId));
            insert.setArray(2, array(connection, "uuid", met, Met::a));
            insert.setArray(3, array(connection, "uuid", met, Met::b));
            insert.setArray(4, array(connection, "timestamptz", met, one -> Timestamp.from(one.at())));
            insert.executeUpdate();
        }
    }

    private static UUID id(JsonNode data, String field) {
        try {
            return Uuids.parse(data.path(field).asText());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEventException(field + " cannot be read");
        }
    }

    private static <T> java.sql.Array array(
            Connection connection, String type, List<T> rows, Function<T, Object> column) throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(column).toArray());
    }

    /** Forgets what was noted. */
    public void reset(Connection connection) throws SQLException {
        for (String table : List.of("profile_sharing", "holder", "introduction_met")) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table)) {
                delete.executeUpdate();
            }
        }
    }
}
