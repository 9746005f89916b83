package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.LocalIssuer;

/** One service as a process of its own, started again if it dies. */
final class ServiceProcess {

    private static final int STOP_SECONDS = 30;

    private final Service service;
    private final DataFolder folder;
    private final String databaseUrl;
    private final Progress progress;
    private final Restarts restarts = new Restarts();
    private Process process;
    private Instant startedAt;
    private volatile boolean stopping;
    private volatile boolean givenUp;

    ServiceProcess(Service service, DataFolder folder, String databaseUrl, Progress progress) {
        this.service = service;
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.progress = progress;
    }

    Service service() {
        return service;
    }

    /** Whether it has died too often to be started again. */
    boolean isGivenUp() {
        return givenUp;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        try {
            Path app = AppCopy.of(service, folder);
            ProcessBuilder builder = new ProcessBuilder(command(app));
            builder.environment().putAll(ServiceJvm.ENVIRONMENT);
            builder.environment().putAll(environment());
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.freshLog(service.artifact()).toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            process = builder.start();
            startedAt = Instant.now();
            folder.pid(service.artifact()).write(process.toHandle());
            process.onExit().thenAcceptAsync(this::ended, work -> new Thread(work, service.artifact()).start());
        } catch (IOException e) {
            throw new UncheckedIOException(service.artifact() + " cannot be started", e);
        }
    }

    private void ended(Process ended) {
        if (stopping) {
            return;
        }
        String what = service.artifact() + " has ended (exit code " + ended.exitValue() + ")";
        Optional<Duration> pause = restarts.next(Duration.between(startedAt, Instant.now()));
        if (pause.isEmpty()) {
            givenUp = true;
            progress.note(what + " again and again, and is left down. Its log: " + folder.log(service.artifact()));
            return;
        }
        progress.note(what + " and is started again. Its log: " + folder.log(service.artifact()));
        try {
            TimeUnit.MILLISECONDS.sleep(pause.get().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        start();
    }

    void stop() {
        stopping = true;
        synchronized (this) {
            if (process != null) {
                PidFile.end(process.toHandle(), STOP_SECONDS);
            }
        }
        folder.pid(service.artifact()).delete();
    }

    private List<String> command(Path app) {
        List<String> command = new ArrayList<>();
        // in a session of its own, so that Ctrl-C in the terminal reaches the launcher alone, which stops all in order
        Programs.find("setsid").ifPresent(command::add);
        command.add(Programs.java());
        command.addAll(ServiceJvm.options(service.shortName()));
        command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        return command;
    }

    private Map<String, String> environment() {
        PortPlan ports = folder.ports();
        String issuer = LocalIssuer.url(ports.issuer());
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service))),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", databaseUrl),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", service.database()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", folder.secret(service.database())),
                // it starts together with PostgreSQL
                Map.entry("QUARKUS_FLYWAY_CONNECT_RETRIES", "120"),
                Map.entry("QUARKUS_FLYWAY_CONNECT_RETRIES_INTERVAL", "1"),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", issuer),
                Map.entry("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer),
                Map.entry("QUARKUS_OIDC_CLIENT_CLIENT_ID", service.artifact()),
                Map.entry("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", folder.secret("client")),
                Map.entry("RAPPORT_CHECK_IN_KEYS", folder.secret("check-in")),
                Map.entry("RAPPORT_OWNERS_PARTICIPANTS", "http://127.0.0.1:" + ports.of(Service.PARTICIPANTS)),
                Map.entry("RAPPORT_OWNERS_EVENTS", "http://127.0.0.1:" + ports.of(Service.EVENTS)),
                Map.entry("RAPPORT_OWNERS_EXCHANGES", "http://127.0.0.1:" + ports.of(Service.EXCHANGES)),
                Map.entry("RAPPORT_OWNERS_REPORTING", "http://127.0.0.1:" + ports.of(Service.REPORTING)),
                Map.entry("RAPPORT_MAIL_HOST", "127.0.0.1"),
                Map.entry("RAPPORT_MAIL_PORT", Integer.toString(ports.mailbox())),
                Map.entry("RAPPORT_MAIL_PUBLIC_URL", Welcome.url(folder, Service.PARTICIPANTS)),
                Map.entry("RAPPORT_FOLLOW_UP_PUBLIC_URL", Welcome.url(folder, Service.EXCHANGES)));
    }
}
