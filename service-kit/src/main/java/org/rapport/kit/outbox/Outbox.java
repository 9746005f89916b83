package org.rapport.kit.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.audit.Audit;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;
import org.rapport.kit.tracing.Traces;

/** Where domain events wait, in the transaction of the change that they tell of, until the relay has delivered them. */
@ApplicationScoped
public class Outbox {

    /** Below what a broker takes by default, so that no row can block the relay for ever. */
    private static final int MAX_BYTES = 900_000;

    private static final String INSERT =
            "insert into outbox (aggregate_id, type, version, trace_parent, data) values (?, ?, ?, ?, ?)";

    /** Without those that the relay deletes at this moment, since it has sent them. */
    private static final String FORGET = """
            delete from outbox where id in (
                select id from outbox where aggregate_id = any (?) for update skip locked)""";

    private static final String INSERT_TOMBSTONE = """
            insert into tombstone (aggregate_id, type, version, because_of, due_at)
            values (?, ?, ?, ?, now() + ? * interval '1 second')
            on conflict (aggregate_id) do update
            set version = excluded.version, because_of = excluded.because_of, due_at = excluded.due_at""";

    private final EntityManager entityManager;
    private final OutboxConfig config;
    private final ObjectMapper mapper;
    private final Audit audit;

    public Outbox(EntityManager entityManager, OutboxConfig config, ObjectMapper mapper, Audit audit) {
        this.entityManager = entityManager;
        this.config = config;
        this.audit = audit;
        this.mapper = mapper.copy().setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
    }

    public void publish(String type, Aggregate aggregate) {
        publish(type, List.of(aggregate));
    }

    public void publish(String type, Collection<? extends Aggregate> aggregates) {
        publish(type, aggregates, aggregate -> null);
    }

    /**
     * Publishes the present state of the aggregates when the transaction commits, and puts down who changed them. It
     * flushes first: only then are the versions known, and the rows locked, so that the order of the outbox is that of the
     * changes of each aggregate.
     *
     * @param changes what is different from before, if that is known
     */
    public <E extends Aggregate> void publish(String type, Collection<E> aggregates, Function<E, String> changes) {
        if (aggregates.isEmpty()) {
            return;
        }
        entityManager.flush();
        entityManager.unwrap(Session.class).doWork(connection -> {
            insert(connection, type, aggregates);
            audit.record(
                    connection,
                    type,
                    aggregates.stream()
                            .map(aggregate ->
                                    new Audit.Change(aggregate.id(), aggregate.version(), changes.apply(aggregate)))
                            .toList());
        });
    }

    /** Publishes the present state of aggregates that nobody has changed. */
    public void publishAgain(String type, Collection<? extends Aggregate> aggregates) {
        if (!aggregates.isEmpty()) {
            entityManager.unwrap(Session.class).doWork(connection -> insert(connection, type, aggregates));
        }
    }

    /**
     * Publishes that aggregates of this kind are gone, with nothing but their ids, in place of whatever of them still
     * waits; a tombstone follows each later. Puts down who did it, and takes their values out of the audit trail.
     *
     * @param becauseOf what was erased or merged, so that these had to go
     * @param versions of each aggregate, the version that the event has: greater than any that was published
     */
    public void publishErased(String kind, UUID becauseOf, Map<UUID, Long> versions) {
        if (versions.isEmpty()) {
            return;
        }
        publishErasedAgain(kind, becauseOf, versions);
        entityManager
                .unwrap(Session.class)
                .doWork(connection -> audit.record(
                        connection,
                        erased(kind),
                        versions.entrySet().stream()
                                .map(aggregate -> new Audit.Change(aggregate.getKey(), aggregate.getValue(), null))
                                .toList()));
        audit.scrub(versions.keySet());
    }

    /** As {@link #publishErased}, of aggregates that are gone already. */
    public void publishErasedAgain(String kind, UUID becauseOf, Map<UUID, Long> versions) {
        entityManager.flush();
        entityManager.unwrap(Session.class).doWork(connection -> {
            forget(connection, versions.keySet());
            insertErased(connection, erased(kind), becauseOf, versions);
        });
    }

    private static String erased(String kind) {
        return "org.rapport." + kind + ".erased.v1";
    }

    private static void forget(Connection connection, Collection<UUID> aggregates) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("uuid", aggregates.toArray()));
            statement.executeUpdate();
        }
    }

    private void insertErased(Connection connection, String type, UUID becauseOf, Map<UUID, Long> versions)
            throws SQLException {
        try (PreparedStatement event = connection.prepareStatement(INSERT);
                PreparedStatement tombstone = connection.prepareStatement(INSERT_TOMBSTONE)) {
            for (Map.Entry<UUID, Long> aggregate : versions.entrySet()) {
                String erased = "{\"id\":\"" + aggregate.getKey() + "\",\"status\":\"ERASED\"}";
                addEvent(event, aggregate.getKey(), type, aggregate.getValue(), erased);
                tombstone.setObject(1, aggregate.getKey());
                tombstone.setString(2, type);
                tombstone.setLong(3, aggregate.getValue());
                tombstone.setObject(4, becauseOf);
                tombstone.setLong(5, config.tombstoneAfter().toSeconds());
                tombstone.addBatch();
            }
            event.executeBatch();
            tombstone.executeBatch();
        }
    }

    /** How many tombstones of what had to go with this have not followed yet. */
    public long pendingTombstones(UUID becauseOf) {
        return (Long) entityManager
                .createNativeQuery("select count(*) from tombstone where because_of = :id", Long.class)
                .setParameter("id", becauseOf)
                .getSingleResult();
    }

    private void insert(Connection connection, String type, Collection<? extends Aggregate> aggregates)
            throws SQLException {
        try (PreparedStatement event = connection.prepareStatement(INSERT)) {
            for (Aggregate aggregate : aggregates) {
                addEvent(event, aggregate.id(), type, aggregate.version(), data(aggregate));
            }
            event.executeBatch();
        }
    }

    private static void addEvent(PreparedStatement event, UUID id, String type, long version, String data)
            throws SQLException {
        event.setObject(1, id);
        event.setString(2, type);
        event.setLong(3, version);
        event.setString(4, Traces.parent());
        event.setString(5, data);
        event.addBatch();
    }

    private String data(Aggregate aggregate) {
        try {
            String data = mapper.writeValueAsString(aggregate.eventData());
            if (data.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                throw Problems.of(ProblemType.TOO_LARGE, "This has grown larger than can be published");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event data are plain records", e);
        }
    }
}
