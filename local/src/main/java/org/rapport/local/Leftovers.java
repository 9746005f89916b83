package org.rapport.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run that was killed has left behind. */
final class Leftovers {

    private static final int STOP_SECONDS = 15;

    private Leftovers() {}

    /** Stops them: ours by their pid files, PostgreSQL by the one of its own. Returns how many there were. */
    static int stop(DataFolder folder) {
        int stopped = 0;
        for (Service service : Service.values()) {
            if (folder.pid(service.artifact()).end(STOP_SECONDS)) {
                stopped++;
            }
        }
        return stopped + stopPostgres(folder.postgres());
    }

    private static int stopPostgres(Path dataDir) {
        Path file = dataDir.resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            long pid = Long.parseLong(
                    Files.readAllLines(file, StandardCharsets.UTF_8).get(0).strip());
            ProcessHandle process = ProcessHandle.of(pid).orElse(null);
            if (process != null && process.info().command().orElse("").endsWith("postgres")) {
                PidFile.end(process, STOP_SECONDS);
                return 1;
            }
            return 0;
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return 0;
        }
    }
}
