package org.rapport.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the servers of a measurement keep their data: gigabytes, which nobody needs afterwards. */
final class Scratch {

    private Scratch() {}

    /** A folder that is gone when the measurement has come to its end. */
    static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("rapport-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return folder;
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not be deleted: " + folder, e);
        }
    }
}
