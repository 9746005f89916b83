package org.rapport.local.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    @Test
    void keepsDataOverARestartAndAfterBeingKilled() throws Exception {
        Path data = folder.resolve("postgres");
        int port = Ports.free();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, port)) {
            postgres.createDatabase("things", "keeper", "it's secret");
            postgres.createDatabase("things", "keeper", "it's secret");
            execute(postgres, "create table thing (name text)", "insert into thing values ('first')");
            assertEquals("on", value(postgres, "show fsync"));
            assertEquals("on", value(postgres, "show synchronous_commit"));
        }

        EmbeddedPostgres killed = EmbeddedPostgres.start(data, port);
        execute(killed, "insert into thing values ('second')");
        CompletableFuture.runAsync(() -> keepBusy(killed));
        kill(data);
        Awaitility.await().until(() -> !killed.isAlive());
        killed.close();

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, port)) {
            assertEquals("first,second", value(postgres, "select string_agg(name, ',' order by name) from thing"));
            assertEquals("eau", value(postgres, "select unaccent('éàù')"));
        }
    }

    @Test
    void startsAfterAFirstStartThatWasCutShort() throws Exception {
        Path data = Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(data.resolve("PG_VERSION"), "18\n");
        Files.writeString(data.resolve("postgresql.conf"), "");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.startForTests(data, 0)) {
            assertEquals(postgres.port(), Integer.parseInt(postgresValue(postgres, "show port")));
        }
        assertTrue(EmbeddedPostgres.process(data).isEmpty());
    }

    private static void kill(Path data) {
        EmbeddedPostgres.process(data).orElseThrow().destroyForcibly();
    }

    /** The processes of clients outlive a server that is killed, for a moment. */
    private static void keepBusy(EmbeddedPostgres postgres) {
        try {
            execute(postgres, "select count(*) from generate_series(1, 20000000)");
        } catch (SQLException e) {
            assertTrue(e.getSQLState().startsWith("08") || e.getSQLState().startsWith("57"), e::toString);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl("things"), "keeper", "it's secret");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(EmbeddedPostgres postgres, String query) throws SQLException {
        return value(postgres, "things", query);
    }

    private static String postgresValue(EmbeddedPostgres postgres, String query) throws SQLException {
        return value(postgres, "postgres", query);
    }

    private static String value(EmbeddedPostgres postgres, String database, String query) throws SQLException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
