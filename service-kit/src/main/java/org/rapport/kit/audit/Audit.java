package org.rapport.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.consuming.Event;

/** Keeps who changed what and when. */
@ApplicationScoped
public class Audit {

    private static final String INSERT =
            "insert into audit (actor, roles, kind, action, aggregate_id, version, changes)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final EntityManager entityManager;
    private final Actor actor;

    Audit(EntityManager entityManager, Actor actor) {
        this.entityManager = entityManager;
        this.actor = actor;
    }

    /**
     * Adds an entry for each aggregate, in the connection's transaction.
     *
     * @param event the type of the event that tells of the change
     * @param changes what {@link Changes} found different, or null if nothing can be compared
     */
    public <E extends Aggregate> void record(
            Connection connection, String event, Collection<E> aggregates, Function<E, String> changes)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, actor.name());
            statement.setArray(2, connection.createArrayOf("text", actor.roles()));
            statement.setString(3, Event.kind(event));
            statement.setString(4, Event.action(event));
            for (E aggregate : aggregates) {
                statement.setObject(5, aggregate.id());
                statement.setLong(6, aggregate.version());
                statement.setObject(7, changes.apply(aggregate), Types.OTHER);
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
