package org.rapport.local;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Everything of one run, started in the order of need and stopped in the reverse one. */
final class Stack {

    private static final int READY_SECONDS = 120;
    private static final int POLL_MILLIS = 100;
    private static final int WATCH_SECONDS = 2;

    private final DataFolder folder;
    private final Progress progress;
    private final Servers servers;
    private final List<ServiceProcess> services = new ArrayList<>();
    private volatile boolean stopping;
    private FileLock lock;

    Stack(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
        this.servers = new Servers(folder);
    }

    /** Returns when everything is ready. */
    void start() throws IOException, SQLException, InterruptedException {
        folder.prepare();
        lock = folder.lock();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        int leftovers = Leftovers.stop(folder);
        if (leftovers > 0) {
            progress.note("Stopped " + leftovers + " processes that an earlier run, killed, had left behind");
        }
        folder.ports().requireFree();
        folder.rememberPorts();
        folder.pid(DataFolder.SUPERVISOR).write(ProcessHandle.current());
        servers.startKafka();
        servers.startIssuer();
        servers.startMailbox();
        for (Service service : Service.values()) {
            launch(new ServiceProcess(service, folder, servers.jdbcUrl(service.database()), progress));
        }
        servers.startPostgres();
        progress.step("PostgreSQL is up");
        servers.awaitKafka();
        progress.step("Kafka is up");
        awaitReady();
        progress.note(String.format("Everything is ready after %.1f s", progress.finish()));
        Files.writeString(folder.readyFile(), "");
    }

    /** Blocks until the process is told to end, and meanwhile brings a PostgreSQL that died back. */
    void watch() throws InterruptedException {
        while (!stopping) {
            TimeUnit.SECONDS.sleep(WATCH_SECONDS);
            try {
                if (servers.revivePostgres()) {
                    progress.note("PostgreSQL had ended and is started again");
                }
            } catch (IOException | IllegalStateException e) {
                progress.note("PostgreSQL has ended and does not start again yet: " + e);
            }
        }
    }

    private synchronized void launch(ServiceProcess service) {
        if (!stopping) {
            services.add(service);
            service.start();
        }
    }

    private void awaitReady() throws InterruptedException {
        List<ServiceProcess> waiting = new ArrayList<>(services);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS);
        while (!waiting.isEmpty()) {
            for (ServiceProcess process : List.copyOf(waiting)) {
                if (stopping) {
                    throw new LocalProblem("Stopped before everything was ready.");
                }
                String name = process.service().artifact();
                if (Health.isReady(process.service(), folder.ports())) {
                    progress.step(name + " is ready");
                    waiting.remove(process);
                } else if (process.isGivenUp() || System.nanoTime() > limit) {
                    throw new LocalProblem(name + " did not become ready. The end of its log:\n"
                            + LogTail.of(folder.log(name))
                            + "\nThe whole of it is in " + folder.log(name)
                            + ".\nIf the machine is only slow, try again; all data are kept.");
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Services first, so that they can hand over what they have; then Kafka, then PostgreSQL. */
    private void stop() {
        stopping = true;
        List<ServiceProcess> started;
        synchronized (this) {
            started = List.copyOf(services);
        }
        progress.finish();
        progress.note("Stopping");
        try {
            Files.deleteIfExists(folder.readyFile());
        } catch (IOException e) {
            progress.note("The note that all is ready cannot be removed: " + e);
        }
        CompletableFuture.allOf(started.stream()
                        .map(service -> CompletableFuture.runAsync(service::stop, work -> new Thread(work).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
        servers.stop();
        folder.pid(DataFolder.SUPERVISOR).delete();
        progress.note("Stopped; all data are in " + folder.path());
        releaseLock();
    }

    private void releaseLock() {
        try {
            lock.release();
        } catch (IOException e) {
            progress.note("The lock ends with the process: " + e);
        }
    }
}
