package org.rapport.reporting.report.participation;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.reporting.projection.ReadModelState;
import org.rapport.reporting.report.Moment;
import org.rapport.reporting.report.WillDo;

/**
 * What the read model names but does not know. It depends on nothing but the read model, whatever is asked, so it is
 * counted once for each state of it; while columns stand, in the background, as it takes long where they are many.
 */
@Singleton
public class UnresolvedReferences {

    private static final String QUERY = query();

    private volatile Counted latest = Counted.NEVER;
    private volatile Counted standing = Counted.NEVER;
    private volatile long asked = System.nanoTime() - StandingColumns.WANTED.toNanos();

    /** How often something names something that isn't known. */
    public record Unresolved(String reference, long count) {}

    /**
     * @param state of the read model in which they were counted
     * @param moment to which a transaction can be put back that wants them; null if there is none
     */
    private record Counted(UUID state, Moment moment, List<Unresolved> references) {

        private static final Counted NEVER = new Counted(null, null, null);

        private boolean isOf(UUID other) {
            return state != null && state.equals(other);
        }

        private boolean willDo() {
            return moment != null && moment.stands();
        }
    }

    /** Goes back to the moment at which they were counted, if it will do and they weren't at the present one. */
    public void goBack(Connection connection) throws SQLException {
        Counted earlier = standing;
        if (held(ReadModelState.current(connection)) == null && earlier.willDo()) {
            throw new WillDo(earlier.moment());
        }
    }

    /** As the transaction of this connection sees it. */
    public List<Unresolved> read(Connection connection) throws SQLException {
        asked = System.nanoTime();
        UUID state = ReadModelState.current(connection);
        Counted held = held(state);
        if (held == null) {
            held = new Counted(state, null, count(connection));
            latest = held;
        }
        return held.references();
    }

    /** Null if they weren't counted in this state. */
    private Counted held(UUID state) {
        Counted ofMoment = standing;
        if (ofMoment.isOf(state)) {
            return ofMoment;
        }
        Counted ofAnother = latest;
        return ofAnother.isOf(state) ? ofAnother : null;
    }

    /** Counts them at a later moment, if anybody asks for them, before columns are moved to it. */
    void moveTo(Moment later) throws SQLException {
        if (System.nanoTime() - asked < StandingColumns.WANTED.toNanos()) {
            Counted held = held(later.state());
            List<Unresolved> references = held == null ? count(later.connection()) : held.references();
            // those of the moment before are asked for until the columns are moved
            latest = standing;
            standing = new Counted(later.state(), later, references);
        }
    }

    private static List<Unresolved> count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // indexes have both sides in order: to go along them is twice as fast as to hash either, again for each
            // column
            statement.execute("set local enable_hashjoin = off");
            statement.execute("set local enable_seqscan = off");
            List<Unresolved> references = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(QUERY)) {
                while (row.next()) {
                    references.add(new Unresolved(row.getString("reference"), row.getLong("number")));
                }
            }
            statement.execute("set local enable_hashjoin = on");
            statement.execute("set local enable_seqscan = on");
            return List.copyOf(references);
        }
    }

    /** Which columns name what. Topics are few and have no order of their own: each is looked for once. */
    private static String query() {
        List<String> parts = new ArrayList<>();
        for (String[] reference : new String[][] {
            {"attendance", "event_id", "event"},
            {"attendance", "participant_id", "participant"},
            {"registration", "event_id", "event"},
            {"registration", "participant_id", "participant"},
            {"session", "event_id", "event"},
            {"event", "project_id", "project"},
            {"need", "participant_id", "participant"},
            {"offer", "participant_id", "participant"},
            {"encounter", "event_id", "event"},
            {"commitment", "event_id", "event"},
            {"exchange", "participant_a_id", "participant"},
            {"exchange", "participant_b_id", "participant"},
            {"community_activity", "event_id", "event"},
            {"follow_up", "event_id", "event"},
        }) {
            parts.add("""
                    select '%1$s.%2$s' as reference, count(*) as number
                      from %1$s r
                     where r.%2$s is not null and not exists (select from %3$s k where k.id = r.%2$s)
                    """.formatted((Object[]) reference));
        }
        for (String table : new String[] {"need", "offer"}) {
            parts.add("""
                    select '%1$s.topic', coalesce(sum(r.number), 0)::bigint
                      from (select topic, count(*) as number from %1$s where topic is not null group by topic) r
                     where not exists (select from topic k where k.code = r.topic)
                    """.formatted(table));
        }
        return String.join(" union all ", parts) + " order by reference";
    }
}
