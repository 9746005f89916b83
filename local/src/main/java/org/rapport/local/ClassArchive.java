package org.rapport.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of a service as the JVM lays them out in memory, written when it stops for the first time: later starts
 * read them instead of the jars. Belongs to one copy of a service, and so to one build and one JVM.
 */
final class ClassArchive {

    private static final int STOP_SECONDS = 30;
    private static final int WRITE_SECONDS = 60;

    private final Path file;
    private final Path partial;
    private final boolean writing;

    ClassArchive(Path app) {
        this.file = app.resolve("classes.jsa");
        this.partial = app.resolve("classes.jsa.partial");
        this.writing = !Files.exists(file);
    }

    List<String> options() {
        return List.of(
                "-Xshare:auto",
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                writing ? "-XX:ArchiveClassesAtExit=" + partial : "-XX:SharedArchiveFile=" + file);
    }

    boolean isWriting() {
        return writing;
    }

    /** How long the service may take to stop. */
    int stopSeconds() {
        return writing ? STOP_SECONDS + WRITE_SECONDS : STOP_SECONDS;
    }

    /** The service has stopped by itself, so what it wrote is whole. */
    void keep() {
        try {
            if (writing && Files.exists(partial)) {
                Files.move(partial, file);
            }
        } catch (IOException e) {
            System.err.println("The next start will be slower: " + e);
        }
    }
}
