package org.rapport.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers a process by its id and the time of its start, so that a stranger with the same id is left alone. */
record PidFile(Path file) {

    private static final long START_TOLERANCE_MILLIS = 2_000;

    void write(ProcessHandle process) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    process.pid() + " "
                            + process.info()
                                    .startInstant()
                                    .orElse(Instant.EPOCH)
                                    .toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException("The process cannot be noted", e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The note of a process cannot be removed", e);
        }
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            String[] parts =
                    Files.readString(file, StandardCharsets.UTF_8).strip().split(" ");
            long started = Long.parseLong(parts[1]);
            return ProcessHandle.of(Long.parseLong(parts[0]))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> Math.abs(process.info()
                                            .startInstant()
                                            .orElse(Instant.EPOCH)
                                            .toEpochMilli()
                                    - started)
                            < START_TOLERANCE_MILLIS);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** Ends the process, gently first, and forgets it. Returns whether there was one. */
    boolean end(int seconds) {
        Optional<ProcessHandle> process = running();
        process.ifPresent(found -> end(found, seconds));
        delete();
        return process.isPresent();
    }

    /** Asks the process to end, and makes it end when it takes too long. Returns whether it ended by itself. */
    static boolean end(ProcessHandle process, int seconds) {
        process.destroy();
        return awaitEnd(process, seconds);
    }

    /** Makes a process end that does not do so by itself in time. Returns whether it did. */
    static boolean awaitEnd(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
