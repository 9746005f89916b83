package org.rapport.reporting.projection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.rapport.kit.consuming.Event;
import org.rapport.kit.consuming.Projection;

/** Makes the read model of the events of all services. */
@Singleton
class ReadModelProjection implements Projection {

    static final String NAME = "read-model";

    private static final Set<String> TOPICS =
            Set.of("rapport.participants.v1", "rapport.events.v1", "rapport.exchanges.v1");

    private final FactReader reader;
    private final ReadModel readModel;

    ReadModelProjection(FactReader reader, ReadModel readModel) {
        this.reader = reader;
        this.readModel = readModel;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> topics() {
        return TOPICS;
    }

    @Override
    public boolean understands(String type) {
        return reader.understands(type);
    }

    @Override
    public void apply(Connection connection, List<Event> events) throws SQLException {
        readModel.apply(
                connection,
                events.stream()
                        .filter(event -> !Kind.isPassedOver(event.kind()))
                        .map(reader::read)
                        .toList());
        ReadModelState.changed(connection);
    }

    /** By delete: a truncated table is empty for reports that began before, too. */
    @Override
    public void reset(Connection connection) throws SQLException {
        try (Statement delete = connection.createStatement()) {
            for (String table : ReadModel.tables()) {
                delete.executeUpdate("delete from " + table);
            }
        }
        ReadModelState.changed(connection);
    }

    /** Or the planner would go on taking the tables for as small as they were, until the database looks by itself. */
    @Override
    public void caughtUp(Connection connection) throws SQLException {
        try (Statement analyze = connection.createStatement()) {
            for (String table : ReadModel.tables()) {
                analyze.execute("analyze " + table);
            }
        }
    }
}
