package org.rapport.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.consuming.Event;

/** Keeps who changed what and when. */
@ApplicationScoped
public class Audit {

    /** One statement however many there are: an import adds them by the hundred. */
    private static final String INSERT = """
            insert into audit (actor, roles, kind, action, aggregate_id, version, changes)
            select ?, ?, ?, ?, aggregate_id, version, changes::jsonb
              from unnest(?::uuid[], ?::bigint[], ?::text[]) changed (aggregate_id, version, changes)""";

    private final EntityManager entityManager;
    private final Actor actor;

    Audit(EntityManager entityManager, Actor actor) {
        this.entityManager = entityManager;
        this.actor = actor;
    }

    /**
     * A change of one aggregate.
     *
     * @param version that it has now
     * @param fields what {@link Changes} found different, or null if nothing can be compared
     */
    public record Change(UUID aggregateId, long version, String fields) {}

    /**
     * Adds an entry for each change, in the connection's transaction.
     *
     * @param event the type of the event that tells of them
     */
    public void record(Connection connection, String event, List<Change> changes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, actor.name());
            statement.setArray(2, connection.createArrayOf("text", actor.roles()));
            statement.setString(3, Event.kind(event));
            statement.setString(4, Event.action(event));
            statement.setArray(5, array(connection, "uuid", changes, Change::aggregateId));
            statement.setArray(6, array(connection, "bigint", changes, Change::version));
            statement.setArray(7, array(connection, "text", changes, Change::fields));
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, List<Change> changes, Function<Change, Object> part)
            throws SQLException {
        return connection.createArrayOf(type, changes.stream().map(part).toArray());
    }

    /**
     * Takes the values out of all entries on these aggregates, for good; who changed which field and when stays. For
     * erasures, in their transaction.
     */
    public void scrub(Collection<UUID> aggregateIds) {
        entityManager
                .createNativeQuery("""
                        update audit
                           set changes = (select jsonb_agg(jsonb_build_object('field', change -> 'field'))
                                            from jsonb_array_elements(changes) change)
                         where aggregate_id = any (:ids) and changes is not null""")
                .setParameter("ids", aggregateIds.toArray(UUID[]::new))
                .executeUpdate();
    }

    void forgetBefore(Instant time) {
        entityManager
                .createNativeQuery("delete from audit where time < :time")
                .setParameter("time", time)
                .executeUpdate();
    }
}
