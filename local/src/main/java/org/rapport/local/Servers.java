package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rapport.local.embedded.EmbeddedKafka;
import org.rapport.local.embedded.EmbeddedMailbox;
import org.rapport.local.embedded.EmbeddedPostgres;
import org.rapport.local.embedded.LocalIssuer;

/** What the services need to live: PostgreSQL with their databases, Kafka, the issuer of tokens and a mailbox. */
final class Servers {

    private static final int KAFKA_STOP_SECONDS = 30;

    private final DataFolder folder;
    private EmbeddedPostgres postgres;
    private LocalIssuer issuer;
    private EmbeddedMailbox mailbox;
    private CompletableFuture<EmbeddedKafka> kafka;
    private boolean stopped;

    Servers(DataFolder folder) {
        this.folder = folder;
    }

    /** Starts Kafka, and does not wait for it. */
    synchronized void startKafka() {
        requireRunning();
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", folder.freshLog("kafka").toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSZ");
        kafka = CompletableFuture.supplyAsync(() -> {
            try {
                return EmbeddedKafka.start(
                        folder.kafka(), folder.ports().kafka(), folder.ports().kafkaController());
            } catch (IOException e) {
                throw new UncheckedIOException("Kafka does not start", e);
            }
        });
    }

    synchronized void startIssuer() throws IOException {
        requireRunning();
        issuer = LocalIssuer.start(folder.secrets(), folder.ports().issuer(), folder.secret("client"));
    }

    synchronized void startMailbox() throws IOException {
        requireRunning();
        mailbox = EmbeddedMailbox.start(folder.mailbox(), folder.ports().mailbox());
    }

    /** Returns when PostgreSQL has the databases. */
    synchronized void startPostgres() throws IOException, SQLException {
        requireRunning();
        postgres = EmbeddedPostgres.start(folder.postgres(), folder.ports().postgres());
        for (Service service : Service.values()) {
            postgres.createDatabase(service.database(), service.database(), folder.secret(service.database()));
        }
    }

    void awaitKafka() throws InterruptedException {
        try {
            kafka.get();
        } catch (ExecutionException e) {
            throw new LocalProblem("Kafka does not start: " + e.getCause() + "\nIts log: " + folder.log("kafka"));
        }
    }

    /** The database of this name, for services. */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + folder.ports().postgres() + "/" + database;
    }

    /** Brings PostgreSQL back if it has died. Returns whether it had. */
    synchronized boolean revivePostgres() throws IOException {
        if (stopped || postgres.isAlive()) {
            return false;
        }
        postgres.close();
        postgres = EmbeddedPostgres.start(folder.postgres(), folder.ports().postgres());
        return true;
    }

    synchronized void stop() {
        stopped = true;
        stopKafka();
        if (postgres != null) {
            postgres.close();
        }
        if (issuer != null) {
            issuer.close();
        }
        if (mailbox != null) {
            mailbox.close();
        }
    }

    /** A broker that does not want to end is left to the end of the process: its log survives that. */
    private void stopKafka() {
        if (kafka == null || kafka.isCompletedExceptionally()) {
            return;
        }
        try {
            kafka.thenAccept(EmbeddedKafka::close).get(KAFKA_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.err.println("Kafka did not stop as it should: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void requireRunning() {
        if (stopped) {
            throw new LocalProblem("Stopped before everything was ready.");
        }
    }
}
