package org.rapport.local;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.rapport.local.embedded.EmbeddedPostgres;

/** What a run that was killed has left behind. */
final class Leftovers {

    private static final int STOP_SECONDS = 15;

    private Leftovers() {}

    /** Stops them: services by our notes, PostgreSQL by its own. Returns how many there were. */
    static int stop(DataFolder folder) {
        int stopped = 0;
        for (Service service : Service.values()) {
            if (folder.pid(service.artifact()).end(STOP_SECONDS)) {
                stopped++;
            }
        }
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
