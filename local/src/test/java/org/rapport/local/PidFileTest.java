package org.rapport.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    private PidFile note;
    private Process process;

    @BeforeEach
    void start() throws IOException {
        note = new PidFile(folder.resolve("run").resolve("thing.pid"));
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void endsWhatAnEarlierRunLeftRunning() {
        note.write(process.toHandle());

        assertTrue(note.end(10));

        assertFalse(process.isAlive());
        assertFalse(Files.exists(note.file()));
    }

    @Test
    void leavesAStrangerAloneWhoHasTheSameNumber() throws IOException {
        note.write(process.toHandle());
        String[] parts = Files.readString(note.file()).split(" ");
        Files.writeString(note.file(), parts[0] + " " + (Long.parseLong(parts[1]) - 60_000));

        assertFalse(note.end(10));

        assertTrue(process.isAlive());
    }

    @Test
    void aNoteOfAProcessThatHasEndedOrThatIsBrokenMeansNothing() throws Exception {
        note.write(process.toHandle());
        process.destroyForcibly().waitFor();
        assertEquals(Optional.empty(), note.running());

        Files.writeString(note.file(), "");
        assertEquals(Optional.empty(), note.running());
    }
}
