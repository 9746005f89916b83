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
import java.util.function.Function;
import org.hibernate.Session;
import org.rapport.kit.aggregate.Aggregate;
import org.rapport.kit.audit.Audit;
import org.rapport.kit.problem.ProblemType;
import org.rapport.kit.problem.Problems;

/** Where domain events wait, in the transaction of the change that they tell of, until the relay has delivered them. */
@ApplicationScoped
public class Outbox {

    /** Below what a broker takes by default, so that no row can block the relay for ever. */
    private static final int MAX_BYTES = 900_000;

    private static final String INSERT = "insert into outbox (aggregate_id, type, version, data) values (?, ?, ?, ?)";

    private final EntityManager entityManager;
    private final ObjectMapper mapper;
    private final Audit audit;

    public Outbox(EntityManager entityManager, ObjectMapper mapper, Audit audit) {
        this.entityManager = entityManager;
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

    private void insert(Connection connection, String type, Collection<? extends Aggregate> aggregates)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Aggregate aggregate : aggregates) {
                statement.setObject(1, aggregate.id());
                statement.setString(2, type);
                statement.setLong(3, aggregate.version());
                statement.setString(4, data(aggregate));
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
