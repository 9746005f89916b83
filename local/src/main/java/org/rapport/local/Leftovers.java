package org.rapport.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.EmbeddedPostgres;

/** What a run that was killed has left behind. */
final class Leftovers {

    private static final int STOP_SECONDS = 15;

    private Leftovers() {}

    /** Stops them: services by our notes, PostgreSQL by its own. Returns how many there were. */
    static int stop(DataFolder folder) {
        List<CompletableFuture<Boolean>> services = Arrays.stream(Service.values())
                .map(service -> CompletableFuture.supplyAsync(
                        () -> folder.pid(service.artifact()).end(STOP_SECONDS), work -> new Thread(work).start()))
                .toList();
        int stopped = (int) services.stream().filter(CompletableFuture::join).count();
        Optional<ProcessHandle> postgres = EmbeddedPostgres.process(folder.postgres());
        if (postgres.isPresent()) {
            stopFast(postgres.get());
            stopped++;
        }
        return stopped;
    }

    /** PostgreSQL takes TERM for "when the last client has gone", and INT for "now, and in order". */
    private static void stopFast(ProcessHandle postgres) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid()))
                    .start()
                    .waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            postgres.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        PidFile.awaitEnd(postgres, STOP_SECONDS);
    }
}
