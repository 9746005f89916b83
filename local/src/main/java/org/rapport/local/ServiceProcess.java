package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rapport.local.embedded.LocalIssuer;

/** One service as a process of its own, started again if it dies. */
final class ServiceProcess {

    private static final int STOP_SECONDS = 25;
    private static final int MAX_RESTARTS = 5;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;
    private final DataFolder folder;
    private final String databaseUrl;
    private final Consumer<String> tell;
    private volatile Process process;
    private volatile boolean stopping;
    private int restarts;

    ServiceProcess(Service service, DataFolder folder, String databaseUrl, Consumer<String> tell) {
        this.service = service;
        this.folder = folder;
        this.databaseUrl = databaseUrl;
        this.tell = tell;
    }

    Service service() {
        return service;
    }

    void start() {
        try {
            Path app = AppCopy.of(service, folder);
            ProcessBuilder builder = new ProcessBuilder(command(app));
            builder.environment().putAll(environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                    folder.log(service.artifact()).toFile()));
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            process = builder.start();
            folder.pid(service.artifact()).write(process.toHandle());
            process.onExit().thenAccept(this::ended);
        } catch (IOException e) {
            throw new UncheckedIOException(service.artifact() + " cannot be started", e);
        }
    }

    private void ended(Process ended) {
        if (stopping) {
            return;
        }
        restarts++;
        String log = " Its log: " + folder.log(service.artifact());
        if (restarts > MAX_RESTARTS) {
            tell.accept(service.artifact() + " has ended " + restarts + " times and is left down." + log);
            return;
        }
        tell.accept(
                service.artifact() + " has ended (exit code " + ended.exitValue() + ") and is started again." + log);
        try {
            TimeUnit.SECONDS.sleep(restarts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!stopping) {
            start();
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    void stop() {
        stopping = true;
        if (process != null) {
            PidFile.end(process.toHandle(), STOP_SECONDS);
        }
        folder.pid(service.artifact()).delete();
    }

    /** Whether the service of this run says that it is ready. */
    static boolean isReady(Service service, PortPlan ports) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + ports.of(service) + "/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A small heap and a simple collector suffice for one machine; classes come from an archive from the second start on. */
    private List<String> command(Path app) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx144m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=160m",
                "-Xshare:auto"));
        Path archive = app.resolveSibling(app.getFileName() + ".jsa");
        command.add((Files.exists(archive) ? "-XX:SharedArchiveFile=" : "-XX:ArchiveClassesAtExit=") + archive);
        command.add("-Xlog:cds=off");
        command.add("-Xlog:cds+dynamic=off");
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
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka()),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", issuer),
                Map.entry("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer),
                Map.entry("QUARKUS_OIDC_CLIENT_CLIENT_ID", service.artifact()),
                Map.entry("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", folder.secret("client")),
                Map.entry("RAPPORT_OWNERS_PARTICIPANTS", "http://127.0.0.1:" + ports.of(Service.PARTICIPANTS)),
                Map.entry("RAPPORT_OWNERS_EVENTS", "http://127.0.0.1:" + ports.of(Service.EVENTS)),
                Map.entry("RAPPORT_OWNERS_EXCHANGES", "http://127.0.0.1:" + ports.of(Service.EXCHANGES)));
    }
}
