package org.rapport.reporting.projection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.rapport.kit.consuming.EventConsumer;
import org.rapport.kit.exclusive.DedicatedConnections;
import org.rapport.kit.problem.DatabaseProblems;

/** Keeps the read model up to date for as long as the service runs. */
@Singleton
class Projections {

    private final EventConsumer consumer;
    private final DataSource dataSource;
    private final DeadLetterList deadLetters;

    Projections(
            ReadModelProjection projection,
            DedicatedConnections connections,
            DataSource dataSource,
            DeadLetterList deadLetters,
            ObjectMapper mapper,
            MeterRegistry meters,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        consumer = new EventConsumer(projection, connections, bootstrapServers, mapper, meters);
        this.dataSource = dataSource;
        this.deadLetters = deadLetters;
    }

    void start(@Observes StartupEvent event) {
        consumer.start();
    }

    void stop(@Observes ShutdownEvent event) {
        consumer.stop();
    }

    ProjectionList list() {
        try (Connection connection = dataSource.getConnection()) {
            return new ProjectionList(List.of(ProjectionResponse.from(
                    consumer.state(), Completeness.isComplete(connection), deadLetters.count())));
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    /**
     * Returns when all is forgotten; it comes back in the background. What is to come back is committed first, or reports
     * would take the emptied read model for whole.
     */
    void rebuild() {
        try {
            QuarkusTransaction.requiringNew().call(() -> {
                try (Connection connection = dataSource.getConnection()) {
                    Completeness.noteTarget(connection);
                }
                return null;
            });
            consumer.rebuild();
        } catch (QuarkusTransactionException | SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }
}
