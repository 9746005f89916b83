package org.rapport.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;

/** Everything of one run, started in the order of need and stopped in the reverse one. */
final class Stack {

    private static final int READY_SECONDS = 120;
    private static final int POLL_MILLIS = 200;
    private static final int WATCH_SECONDS = 3;
    private static final int LOG_TAIL_LINES = 25;

    private final DataFolder folder;
    private final Consumer<String> tell;
    private final List<ServiceProcess> services = new ArrayList<>();
    private volatile boolean stopping;
    private FileLock lock;
    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;
    private LocalIssuer issuer;

    /** A stack that tells what it does, line by line. */
    Stack(DataFolder folder, Consumer<String> tell) {
        this.folder = folder;
        this.tell = tell;
    }

    /** Returns when everything is ready. */
    void start() throws IOException, SQLException, InterruptedException {
        folder.prepare();
        lock = folder.lock();
        if (Leftovers.stop(folder) > 0) {
            tell.accept("Stopped what an earlier run that was killed had left");
        }
        folder.ports().requireFree();
        folder.pid("rapport").write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        logKafkaToFile();
        CompletableFuture<EmbeddedKafka> starting = CompletableFuture.supplyAsync(this::startKafka);
        startPostgres();
        tell.accept("PostgreSQL is up");
        issuer = LocalIssuer.start(
                folder.path().resolve("secrets"), folder.ports().issuer(), folder.secret("client"));
        for (Service service : Service.values()) {
            postgres.createDatabase(service.database(), service.database(), folder.secret(service.database()));
            ServiceProcess process = new ServiceProcess(service, folder, postgres.jdbcUrl(service.database()), tell);
            services.add(process);
            process.start();
        }
        kafka = starting.join();
        tell.accept("Kafka is up");
        awaitReady();
        Files.writeString(folder.readyFile(), "");
    }

    /** Blocks until the process is told to end, and meanwhile brings a PostgreSQL that died back. */
    void watch() throws InterruptedException {
        while (!stopping) {
            TimeUnit.SECONDS.sleep(WATCH_SECONDS);
            if (!stopping && !PortPlan.answers(folder.ports().postgres())) {
                tell.accept("PostgreSQL has ended and is started again");
                try {
                    startPostgres();
                } catch (IOException e) {
                    tell.accept("PostgreSQL does not start: " + e);
                }
            }
        }
    }

    private void awaitReady() throws InterruptedException {
        List<ServiceProcess> waiting = new ArrayList<>(services);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!waiting.isEmpty()) {
            for (ServiceProcess process : List.copyOf(waiting)) {
                if (ServiceProcess.isReady(process.service(), folder.ports())) {
                    tell.accept(process.service().artifact() + " is ready");
                    waiting.remove(process);
                } else if (System.nanoTime() > limit || stopping) {
                    throw new LocalProblem(process.service().artifact() + " did not become ready. The end of its log:\n"
                            + tail(process)
                            + "\nThe whole of it: "
                            + folder.log(process.service().artifact()));
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    private String tail(ServiceProcess process) {
        try {
            List<String> lines = Files.readAllLines(folder.log(process.service().artifact()), StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(it cannot be read: " + e + ")";
        }
    }

    private void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start(folder.postgres(), folder.ports().postgres());
    }

    private EmbeddedKafka startKafka() {
        try {
            return EmbeddedKafka.start(
                    folder.kafka(), folder.ports().kafka(), folder.ports().kafkaController());
        } catch (IOException e) {
            throw new LocalProblem("Kafka does not start: " + e + ". Its log: " + folder.log("kafka"));
        }
    }

    private void logKafkaToFile() {
        System.setProperty("org.slf4j.simpleLogger.logFile", folder.log("kafka").toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
    }

    /** Services first, so that they can hand over what they have; then Kafka, then PostgreSQL. */
    private synchronized void stop() {
        if (stopping) {
            return;
        }
        stopping = true;
        try {
            Files.deleteIfExists(folder.readyFile());
        } catch (IOException e) {
            tell.accept("The note that all is ready cannot be removed: " + e);
        }
        tell.accept("Stopping");
        services.parallelStream().forEach(ServiceProcess::stop);
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (issuer != null) {
            issuer.close();
        }
        folder.pid("rapport").delete();
        tell.accept("Stopped; all data are in " + folder.path());
        releaseLock();
    }

    private void releaseLock() {
        try {
            lock.release();
        } catch (IOException e) {
            tell.accept("The lock ends with the process: " + e);
        }
    }
}
