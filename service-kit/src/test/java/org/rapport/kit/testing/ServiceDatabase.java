package org.rapport.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.rapport.kit.exclusive.DedicatedConnections;

/** A database with the tables of the kit, for tests that run parts of a service without the service. */
public final class ServiceDatabase {

    private final String name;

    private ServiceDatabase(String name) {
        this.name = name;
    }

    /** A new database. */
    public static ServiceDatabase create(String name, String... furtherMigrations) throws SQLException {
        TestStack.get().createDatabase(name);
        ServiceDatabase database = new ServiceDatabase(name);
        Flyway.configure()
                .dataSource(database.url(), name, name)
                .locations("db/kit/outbox", "db/kit/consuming", "db/kit/replica")
                .load()
                .migrate();
        try (Connection connection = database.connect()) {
            for (String migration : furtherMigrations) {
                execute(connection, migration);
            }
        }
        return database;
    }

    private String url() {
        return TestStack.get().jdbcUrl(name);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), name, name);
    }

    public DedicatedConnections dedicated() {
        return new DedicatedConnections(url(), name, name);
    }

    /** The one number that a query answers. */
    public long number(String query) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void execute(String statement) throws SQLException {
        try (Connection connection = connect()) {
            execute(connection, statement);
        }
    }

    /** Ends the sessions of workers of this name, as a crash of their machine would. Returns how many there were. */
    public long killSessions(String applicationName) {
        return number("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '" + name
                + "' and application_name = '" + applicationName + "'");
    }

    private static void execute(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        }
    }
}
