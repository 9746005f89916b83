package org.rapport.reporting.projection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Keeps, for each participant, the events that attendances and registrations tell of. */
final class ParticipantEvents {

    static final String TABLE = "participant_events";

    private static final String REFRESH = """
            insert into participant_events as held
            select participant_id,
                   coalesce(array_agg(event_id order by event_id) filter (where attended), '{}') as attended,
                   coalesce(array_agg(event_id order by event_id) filter (where not attended), '{}') as absent
              from (select participant_id, event_id, bool_or(attended) as attended
                      from (select participant_id, event_id, status in ('PRESENT', 'PARTIAL') as attended
                              from attendance where participant_id = any (?)
                            union all
                            select participant_id, event_id, false
                              from registration where participant_id = any (?) and status = 'CONFIRMED') either
                     group by participant_id, event_id) recorded
             group by participant_id
            on conflict (participant_id) do update set attended = excluded.attended, absent = excluded.absent
            returning participant_id
            """;

    private static final String FORGET = "delete from participant_events where participant_id = any (?)";

    private final Connection connection;
    private final Set<UUID> touched = new HashSet<>();

    ParticipantEvents(Connection connection) {
        this.connection = connection;
    }

    /** To be called before facts take effect: whom they were about until now, as of one who was merged into another. */
    void willChange(Kind kind, Collection<Fact> facts) throws SQLException {
        if (!isAbout(kind)) {
            return;
        }
        for (Fact fact : facts) {
            if (fact.state() instanceof FromEvents.Attendance attendance) {
                touched.add(attendance.participantId());
            } else if (fact.state() instanceof FromEvents.Registration registration) {
                touched.add(registration.participantId());
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(
                "select participant_id from " + kind.table() + " where id = any (?) and participant_id is not null")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", facts.stream().map(Fact::id).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    touched.add(row.getObject(1, UUID.class));
                }
            }
        }
    }

    private static boolean isAbout(Kind kind) {
        return kind.state() == FromEvents.Attendance.class || kind.state() == FromEvents.Registration.class;
    }

    /** To be called once they have. */
    void refresh() throws SQLException {
        if (touched.isEmpty()) {
            return;
        }
        try (Statement planner = connection.createStatement()) {
            // tables grow a thousandfold while a read model is made: a plan that was good is soon a bad one
            planner.execute("set local plan_cache_mode = force_custom_plan");
        }
        Array people = connection.createArrayOf("uuid", touched.toArray());
        try (PreparedStatement refresh = connection.prepareStatement(REFRESH)) {
            refresh.setArray(1, people);
            refresh.setArray(2, people);
            try (ResultSet row = refresh.executeQuery()) {
                while (row.next()) {
                    touched.remove(row.getObject(1, UUID.class));
                }
            }
        }
        if (!touched.isEmpty()) {
            try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
                forget.setArray(1, connection.createArrayOf("uuid", touched.toArray()));
                forget.executeUpdate();
            }
        }
    }
}
