package org.rapport.kit.replica;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.UnreadableEventException;
import org.rapport.kit.testing.ServiceDatabase;

/** The replica comes to the same whatever order, and however often, events arrive in. */
class ReplicaProjectionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ONE = UUID.fromString("0198c1a5-0000-7000-8000-000000000001");
    private static final String HERE = "0198c1a5-0000-7000-8000-00000000000a";
    private static final String THERE = "0198c1a5-0000-7000-8000-00000000000b";

    private static ServiceDatabase database;

    private final ReplicaProjection projection =
            new ReplicaProjection(Set.of("participant"), Set.of("rapport.participants.v1"));

    @BeforeAll
    static void createDatabase() throws Exception {
        database = ServiceDatabase.create("replica_projection");
    }

    private static Event event(String verb, long version, String data) {
        try {
            return new Event(
                    "org.rapport.participant." + verb + ".v1",
                    ONE,
                    version,
                    data == null ? null : JSON.readTree(data),
                    null);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Event REGISTERED = event(
            "registered",
            0,
            "{\"status\":\"ACTIVE\",\"organisations\":[{\"organisationId\":\"" + HERE + "\",\"to\":\"2020-01-31\"}]}");
    private static final Event CHANGED = event(
            "changed",
            1,
            "{\"status\":\"ACTIVE\",\"organisations\":[{\"organisationId\":\"" + HERE
                    + "\",\"to\":\"2020-01-31\"},{\"organisationId\":\"" + THERE + "\"}]}");
    private static final Event ERASED = event("erased", 2, "{\"status\":\"ERASED\"}");
    private static final Event TOMBSTONE = event("erased", 2, null);

    @Test
    void endsWithTheNewestStateInEveryOrderAndRepetition() throws Exception {
        for (List<Event> order : permutations(List.of(REGISTERED, CHANGED, ERASED, TOMBSTONE))) {
            assertThat(stateAfter(order, 1), equalTo("2 true"));
            assertThat(stateAfter(order, 4), equalTo("2 true"));
        }
        for (List<Event> order : permutations(List.of(REGISTERED, CHANGED, CHANGED))) {
            assertThat(stateAfter(order, 1), equalTo("1 false " + HERE + " 2020-01-31 " + THERE + " null"));
            assertThat(stateAfter(order, 3), equalTo("1 false " + HERE + " 2020-01-31 " + THERE + " null"));
        }
    }

    @Test
    void notesOnceWhatMustBeFollowedAndAgainIfItEndsOtherwise() throws Exception {
        Event merged = event("merged", 1, "{\"status\":\"MERGED\",\"mergedInto\":\"" + THERE + "\"}");
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            projection.apply(connection, List.of(REGISTERED));
            assertThat(endings(connection), equalTo(""));

            projection.apply(connection, List.of(merged));
            assertThat(endings(connection), equalTo(THERE + " open"));

            execute(connection, "update reference_ending set followed_at = now()");
            projection.apply(connection, List.of(merged));
            assertThat(endings(connection), equalTo(THERE + " done"));

            projection.apply(connection, List.of(ERASED, merged));
            assertThat(endings(connection), equalTo("null open"));
            connection.rollback();
        }
    }

    @Test
    void refusesAMergeIntoNobodyKnowsWhat() throws Exception {
        for (String data : List.of("{\"status\":\"MERGED\"}", "{\"status\":\"MERGED\",\"mergedInto\":7}")) {
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                assertThrows(
                        UnreadableEventException.class,
                        () -> projection.apply(connection, List.of(event("merged", 1, data))));
                connection.rollback();
            }
        }
    }

    private static String endings(Connection connection) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select coalesce(successor::text, 'null') || case when followed_at is null then ' open' else ' done'"
                                + " end from reference_ending");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void execute(Connection connection, String text) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }

    @Test
    void passesOverKindsThatNobodyRefersToAndRefusesUnknownVersionsOfThoseItKeeps() {
        assertThat(projection.understands("org.rapport.offer.made.v1"), is(true));
        assertThat(projection.understands("org.rapport.offer.made.v2"), is(true));
        assertThat(projection.understands("org.rapport.participant.changed.v1"), is(true));
        assertThat(projection.understands("org.rapport.participant.changed.v2"), is(false));
    }

    @Test
    void refusesAMembershipThatCannotBeRead() throws Exception {
        for (String membership : List.of("{}", "{\"organisationId\":\"42\"}", "7")) {
            Event event = event("changed", 9, "{\"organisations\":[" + membership + "]}");
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                assertThrows(UnreadableEventException.class, () -> projection.apply(connection, List.of(event)));
                connection.rollback();
            }
        }
    }

    private String stateAfter(List<Event> events, int batchSize) throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int from = 0; from < events.size(); from += batchSize) {
                projection.apply(connection, events.subList(from, Math.min(events.size(), from + batchSize)));
            }
            String state = state(connection);
            projection.reset(connection);
            assertThat(state(connection), equalTo(""));
            connection.rollback();
            return state;
        }
    }

    private static String state(Connection connection) throws Exception {
        List<String> state = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                        "select version, gone, organisation_id, last_day from reference_replica left join reference_membership"
                                + " on member_id = id order by position");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (state.isEmpty()) {
                    state.add(rows.getLong(1) + " " + rows.getBoolean(2));
                }
                if (rows.getString(3) != null) {
                    state.add(rows.getString(3) + " " + rows.getString(4));
                }
            }
        }
        return String.join(" ", state);
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            List<T> rest = new ArrayList<>(items);
            T first = rest.remove(i);
            for (List<T> tail : permutations(rest)) {
                List<T> one = new ArrayList<>(List.of(first));
                one.addAll(tail);
                all.add(one);
            }
        }
        return all;
    }
}
