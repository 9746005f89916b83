package org.rapport.local.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server from packaged binaries, as root and as an ordinary user. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String COMPLETE_FILE = "rapport.complete";
    private static final Duration STARTUP_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final long START_TOLERANCE_SECONDS = 5;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final ProcessHandle process;

    private EmbeddedPostgres(io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /**
     * Starts a server that loses nothing when it is killed.
     *
     * @param dataDir kept when the server stops
     * @param port 0 for any that is free
     */
    public static EmbeddedPostgres start(Path dataDir, int port) throws IOException {
        return start(dataDir, port, "on");
    }

    /** As {@link #start}, but trades durability for speed: what is written last may be lost when it is killed. */
    public static EmbeddedPostgres startForTests(Path dataDir, int port) throws IOException {
        return start(dataDir, port, "off");
    }

    private static EmbeddedPostgres start(Path dataDir, int port, String durable) throws IOException {
        setIncompleteAside(dataDir);
        Files.createDirectories(dataDir);
        Path binaries = binaries(dataDir);
        Files.createDirectories(binaries);
        var builder = io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(dataDir)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP_LIMIT)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // by TCP only: a socket in the shared temp folder may belong to somebody else's server
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("timezone", "UTC")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        if (port != 0) {
            builder.setPort(port);
        }
        var server = builder.start();
        EmbeddedPostgres started = new EmbeddedPostgres(
                server,
                process(dataDir).orElseThrow(() -> new IOException("PostgreSQL ended as soon as it had started")));
        Path complete = dataDir.resolve(COMPLETE_FILE);
        if (!Files.exists(complete)) {
            Files.createFile(complete);
        }
        return started;
    }

    /** Unpacked once, beside this code as it was built; or for this data folder alone, if the build is somebody else's. */
    private static Path binaries(Path dataDir) {
        URI code = URI.create(EmbeddedPostgres.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        Path build = Path.of(code).getParent();
        return Files.isWritable(build)
                ? build.resolve("postgres-binaries")
                : dataDir.resolveSibling("postgres-binaries");
    }

    /** A first start that was killed leaves half a data folder, which PostgreSQL would refuse for ever. */
    private static void setIncompleteAside(Path dataDir) throws IOException {
        if (Files.exists(dataDir.resolve("PG_VERSION")) && !Files.exists(dataDir.resolve(COMPLETE_FILE))) {
            Files.move(
                    dataDir,
                    dataDir.resolveSibling(dataDir.getFileName() + ".incomplete-" + System.currentTimeMillis()));
        }
    }

    public int port() {
        return server.getPort();
    }

    /** False once the server has stopped or died. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The server that runs on this data folder, whoever started it. */
    public static Optional<ProcessHandle> process(Path dataDir) {
        try {
            Path noted = dataDir.resolve("postmaster.pid");
            if (!Files.exists(noted)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(noted, StandardCharsets.UTF_8);
            long startedAt = Long.parseLong(lines.get(2).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(found -> found.info()
                            .startInstant()
                            .filter(at -> Math.abs(at.getEpochSecond() - startedAt) <= START_TOLERANCE_SECONDS)
                            .isPresent());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, "");
    }

    /** Creates the database, its owner and the extensions that services use, unless they are there. */
    public void createDatabase(String name, String owner, String password) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(connection, "select 1 from pg_roles where rolname = ?", owner)) {
                statement.execute("create role " + statement.enquoteIdentifier(owner, true) + " login");
            }
            statement.execute("alter role " + statement.enquoteIdentifier(owner, true) + " password "
                    + statement.enquoteLiteral(password));
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true) + " owner "
                        + statement.enquoteIdentifier(owner, true));
            }
        }
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists unaccent");
            statement.execute("create extension if not exists pg_trgm");
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("PostgreSQL is still stopping after " + STOP_LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
