package org.rapport.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rapport.local.ServiceJvm;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;
import org.rapport.local.embedded.Ports;

/** A service in a process of its own, as in a local run, on servers that were started for a measurement. */
final class MeasuredService implements AutoCloseable {

    static final String PASSWORD = "measured";

    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final int port;

    private MeasuredService(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts what is in a service's folder with {@code quarkus-run.jar}, on the database that has its owner's name. */
    static MeasuredService start(
            Path app, Path folder, String database, EmbeddedPostgres postgres, EmbeddedKafka kafka, LocalIssuer issuer)
            throws IOException {
        int port = Ports.free();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ServiceJvm.options(database.replace("rapport_", "")));
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(ServiceJvm.ENVIRONMENT);
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                        "QUARKUS_DATASOURCE_USERNAME", database,
                        "QUARKUS_DATASOURCE_PASSWORD", PASSWORD,
                        "KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
                        "QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url(),
                        "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer.url(),
                        "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", PASSWORD,
                        "RAPPORT_CHECK_IN_KEYS", PASSWORD.repeat(4)));
        // all of it comes from one address
        builder.environment().put("RAPPORT_RATE_LIMIT_ANONYMOUS_PER_SECOND", "1000000");
        Path log = folder.resolve("service.log");
        System.out.println("log of the service: " + log);
        return new MeasuredService(
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), port);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
