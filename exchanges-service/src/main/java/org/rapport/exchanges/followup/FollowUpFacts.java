package org.rapport.exchanges.followup;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.UnreadableEventException;
import org.rapport.kit.json.Uuids;

/** Notes of what others tell as much as decides who is asked when. What follows from it is left to {@link Schedule}. */
@Singleton
public class FollowUpFacts {

    private static final Set<String> KINDS =
            Set.of("event", "registration", "attendance", "encounter", "participant", "invitation");

    private static final Set<String> PRESENT = Set.of("PRESENT", "PARTIAL");
    private static final Set<String> INVOLVED = Set.of("CONFIRMED", "PRESENT", "PARTIAL");

    private static final String EVENT = """
            insert into followed_event as held (event_id, version, held, title, ends_at)
            select * from unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::text[], ?::timestamptz[])
            on conflict (event_id) do update set version = excluded.version, held = excluded.held, title = excluded.title,
                   ends_at = excluded.ends_at
             where held.version < excluded.version""";

    private static final String INVOLVEMENT = """
            insert into involvement as held (source_id, version, event_id, participant_id, counts, came)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::boolean[], ?::boolean[])
            on conflict (source_id) do update set version = excluded.version, event_id = excluded.event_id,
                   participant_id = excluded.participant_id, counts = excluded.counts, came = excluded.came
             where held.version < excluded.version""";

    private static final String MEETING = """
            insert into meeting as held (encounter_id, version, event_id, participant_a_id, participant_b_id)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::uuid[], ?::uuid[])
            on conflict (encounter_id) do update set version = excluded.version, event_id = excluded.event_id,
                   participant_a_id = excluded.participant_a_id, participant_b_id = excluded.participant_b_id
             where held.version < excluded.version""";

    private static final String CONTACT = """
            insert into contact as held (participant_id, version, gone, may_contact, left_at, unreachable)
            select * from unnest(?::uuid[], ?::bigint[], ?::boolean[], ?::boolean[], ?::timestamptz[], ?::text[])
            on conflict (participant_id) do update set version = excluded.version, gone = excluded.gone,
                   may_contact = excluded.may_contact, left_at = excluded.left_at, unreachable = excluded.unreachable
             where held.version < excluded.version""";

    private static final String SETTLED_MAIL = """
            insert into follow_up_mail as held (invitation_id, version, follow_up_id, sent, settled_at, pending)
            select *, true from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::boolean[], ?::timestamptz[])
            on conflict (invitation_id) do nothing""";

    private static final String CHECK_EVENTS = """
            insert into follow_up_check (kind, id)
            select distinct 'event', id from unnest(?::uuid[]) id
            on conflict (kind, id) do update set noticed_at = now()""";

    private static final String CHECK_EVENTS_OF = """
            insert into follow_up_check (kind, id)
            select distinct 'event', event_id from involvement where source_id = any (?) and event_id is not null
            on conflict (kind, id) do update set noticed_at = now()""";

    private static final String CHECK_PARTICIPANTS = """
            insert into follow_up_check (kind, id)
            select distinct 'participant', id from unnest(?::uuid[]) id
             where exists (select from involvement i where i.participant_id = id)
                or exists (select from follow_up f where f.participant_id = id)
            on conflict (kind, id) do update set noticed_at = now()""";

    /** The kinds of aggregates that something is noted of. */
    public Set<String> kinds() {
        return KINDS;
    }

    /** Notes what the events tell, whose order does not matter, in the caller's transaction. */
    public void apply(Connection connection, List<Event> events) throws SQLException {
        try {
            applyEvents(connection, of(events, "event"));
            List<Event> involvements = of(events, "registration");
            involvements.addAll(of(events, "attendance"));
            applyInvolvements(connection, involvements);
            applyMeetings(connection, of(events, "encounter"));
            applyParticipants(connection, of(events, "participant"));
            applyMail(connection, of(events, "invitation"));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new UnreadableEventException("An id or a time cannot be read");
        }
    }

    private static List<Event> of(List<Event> events, String kind) {
        return new ArrayList<>(Event.newestOfEach(
                events.stream().filter(event -> event.kind().equals(kind)).toList()));
    }

    private static void applyEvents(Connection connection, List<Event> events) throws SQLException {
        execute(
                connection,
                EVENT,
                events,
                new Column("uuid", Event::subject),
                new Column("bigint", Event::version),
                new Column(
                        "boolean", event -> text(event, "status", "").equals("HELD") && time(event, "endsAt") != null),
                new Column("text", event -> text(event, "title", null)),
                new Column("timestamptz", event -> time(event, "endsAt")));
        execute(connection, CHECK_EVENTS, events, new Column("uuid", Event::subject));
    }

    /** Where something was and where it is now. */
    private static void applyInvolvements(Connection connection, List<Event> events) throws SQLException {
        Column source = new Column("uuid", Event::subject);
        execute(connection, CHECK_EVENTS_OF, events, source);
        execute(
                connection,
                INVOLVEMENT,
                events,
                source,
                new Column("bigint", Event::version),
                new Column("uuid", event -> id(event, "eventId")),
                new Column("uuid", event -> id(event, "participantId")),
                new Column("boolean", event -> INVOLVED.contains(text(event, "status", ""))),
                new Column("boolean", event -> PRESENT.contains(text(event, "status", ""))));
        execute(connection, CHECK_EVENTS_OF, events, source);
    }

    private static void applyMeetings(Connection connection, List<Event> events) throws SQLException {
        execute(
                connection,
                MEETING,
                events,
                new Column("uuid", Event::subject),
                new Column("bigint", Event::version),
                new Column("uuid", event -> id(event, "eventId")),
                new Column("uuid", event -> id(event, "participantAId")),
                new Column("uuid", event -> id(event, "participantBId")));
    }

    private static void applyParticipants(Connection connection, List<Event> events) throws SQLException {
        execute(
                connection,
                CONTACT,
                events,
                new Column("uuid", Event::subject),
                new Column("bigint", Event::version),
                new Column("boolean", event -> !text(event, "status", "").equals("ACTIVE")),
                new Column("boolean", FollowUpFacts::mayContact),
                new Column("timestamptz", event -> time(event, "leftAt")),
                new Column("text", event -> text(event, "unreachable", null)));
        execute(connection, CHECK_PARTICIPANTS, events, new Column("uuid", Event::subject));
    }

    private static boolean mayContact(Event event) {
        if (!event.isErasure() && event.data() != null) {
            for (JsonNode consent : event.data().path("consents")) {
                if (consent.path("purpose").asText().equals("CONTACT") && !consent.hasNonNull("withdrawnAt")) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What waits to be sent is no news; what became of it never changes. */
    private static void applyMail(Connection connection, List<Event> events) throws SQLException {
        List<Event> settled = events.stream()
                .filter(event -> !event.isErasure())
                .filter(event -> time(event, "settledAt") != null)
                .toList();
        execute(
                connection,
                SETTLED_MAIL,
                settled,
                new Column("uuid", Event::subject),
                new Column("bigint", Event::version),
                new Column("uuid", event -> id(event, "followUpId")),
                new Column("boolean", event -> text(event, "status", "").equals("SENT")),
                new Column("timestamptz", event -> time(event, "settledAt")));
    }

    /** What to put into an array, one element for each event. */
    private record Column(String type, Function<Event, Object> value) {}

    private static void execute(Connection connection, String statement, List<Event> events, Column... columns)
            throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < columns.length; i++) {
                Function<Event, Object> value = columns[i].value();
                Array array = connection.createArrayOf(
                        columns[i].type(), events.stream().map(value).toArray());
                prepared.setArray(i + 1, array);
            }
            prepared.executeUpdate();
        }
    }

    private static String text(Event event, String field, String otherwise) {
        boolean told =
                !event.isErasure() && event.data() != null && event.data().hasNonNull(field);
        return told ? event.data().get(field).asText() : otherwise;
    }

    private static UUID id(Event event, String field) {
        String text = text(event, field, null);
        return text == null ? null : Uuids.parse(text);
    }

    private static Timestamp time(Event event, String field) {
        String text = text(event, field, null);
        return text == null ? null : Timestamp.from(Instant.parse(text));
    }

    /** Forgets what was noted. */
    public void reset(Connection connection) throws SQLException {
        for (String table : List.of("followed_event", "involvement", "meeting", "contact")) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table)) {
                delete.executeUpdate();
            }
        }
    }
}
